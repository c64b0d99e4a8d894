// Invented minutes of any length, the same cases as Referat, Markdown, JSON and YAML. Neither clock nor chance takes part: one
// number of cases is one text. A case takes about 6 KB and 70 lines, as in the minutes of real councils.

import { asJson, asYaml } from "./dataForms.mjs";
import { pick, places, randomFrom, subjects, writerOf } from "./prose.mjs";

/** The sizes that everything is measured at. */
export const sizes = [
  { name: "60 KB", cases: 10 },
  { name: "600 KB", cases: 100 },
  { name: "6 MB", cases: 1000 },
];

const absentee = "Kaj Thorup Winther";
const caseLength = 5850;

/** The meeting that the minutes are of, where nothing else is asked for. */
const meeting = {
  organ: "Kultur- og Landdistriktsudvalget",
  date: "04-03-2026",
  day: "Onsdag d. 4. marts 2026",
  seed: 20260304,
  firstCase: 0,
  deadline: "1. juni 2026",
  /** What a case says of other meetings. */
  mention: () => "",
};

/** Minutes of so many cases in all forms, each with the places where the benchmarks type. */
export function minutes(cases) {
  const { items, middle } = itemsOf(meeting, cases);
  // The first item is no case.
  const isMistaken = (index) => items[index]?.mistake === true;
  return {
    referat: withMorePlaces(typed(asReferat(items, meeting), middle), middle),
    markdown: typed(asMarkdown(items, meeting), middle),
    json: typed(asJson(items, meeting, isMistaken), middle),
    yaml: typed(asYaml(items, meeting, isMistaken), middle),
  };
}

/** The minutes of another meeting, as Referat. */
export function minutesOf(other, cases) {
  const one = { ...meeting, ...other };
  return asReferat(itemsOf(one, cases).items, one);
}

function itemsOf(one, cases) {
  const random = randomFrom(one.seed);
  const items = [opening(one)];
  for (let index = 0; index < cases; index++) items.push(caseOf(index, random, one));
  items.push({ ...closing(one), number: cases + 2 });
  // A pause behind the middle case; it takes no number.
  const middle = items[cases / 2 + 1];
  items.splice(cases / 2 + 2, 0, { number: null, title: "PAUSE", sections: [] });
  // From seven in the morning on: a thousand cases get a minute each.
  const step = Math.max(1, Math.min(15, Math.floor(930 / items.length)));
  items.forEach((item, index) => {
    item.slot = `(${clock(420 + index * step)}-${clock(420 + (index + 1) * step)})`;
  });
  return { items, middle };
}

/** A text with the offsets of a word in the middle case's prose, of the text's last word, and of the case's contents entry. */
function typed(text, { title }) {
  const inContents = text.indexOf(title);
  const heading = text.indexOf(title, inContents + 1);
  return {
    text,
    places: {
      "the middle item": text.indexOf("Forvaltningen fremlægger", heading) + 4,
      "the end": text.trimEnd().length,
      "the contents": inContents + 4,
    },
  };
}

/** Where a secretary types besides: in the head, in the list of those who took part, and in the case's heading. */
function withMorePlaces({ text, places }, { title }) {
  const heading = text.indexOf(title, text.indexOf(title) + 1);
  const inField = (words) => text.indexOf(words) + words.length;
  const more = {
    "the start": inField("Mødested Mødelokale"),
    "the participants": inField("Mødedeltagere Birthe Lyng"),
    "a heading": heading + title.length - 3,
    // Where a section could be begun: the pause stands behind the middle case.
    "a blank line": text.indexOf("\n\nPAUSE", heading) + 1,
  };
  return { text, places: { ...places, ...more } };
}

const clock = (minute) => `${pad(Math.floor(minute / 60))}.${pad(minute % 60)}`;
const pad = (number) => String(number).padStart(2, "0");

// What an item holds: sections of blocks. A block is a paragraph, or { subheading }, { list, ordered } or { table }.

const opening = (one) => ({
  number: 1,
  title: "Godkendelse af dagsorden",
  sections: [decision(one, "Dagsordenen blev godkendt.")],
});
const closing = (one) => ({ title: "Eventuelt", sections: [decision(one, "Ikke noget til eventuelt.")] });

function decision({ organ, date }, ...blocks) {
  return { heading: `Beslutning i ${organ} den ${date}`, blocks };
}

/** The forms of a case: how its title begins, what is recommended, and what was decided. */
const forms = [
  {
    prefix: "Renovering af",
    ask: ["Godkender planen for renoveringen", "Tager økonomien til efterretning"],
    answer: ["Godkendt.", "Taget til efterretning."],
  },
  {
    prefix: "Orientering om",
    ask: ["Tager orienteringen til efterretning"],
    answer: ["Taget til efterretning."],
  },
  {
    prefix: "Drøftelse af",
    ask: ["Drøfter udkastet til en ny aftale", "Tager tidsplanen til efterretning"],
    answer: ["Drøftet.", "Taget til efterretning."],
  },
  {
    prefix: "Beslutning om tilskud til",
    ask: ["Godkender tilskuddet for 2026 og 2027"],
    answer: ["Godkendt."],
  },
];

/** One case in ten has one finding for each of the tools: no recommendation, a link that leads nowhere, a comma too many. */
const mistakeBreak = "   \n";
const hasMistake = (index) => index % 10 === 7;

function caseOf(index, random, one) {
  const { organ, deadline } = one;
  const number = index + 2;
  const which = one.firstCase + index;
  const subject = subjects[which % subjects.length];
  const place = places[Math.floor(which / subjects.length) % places.length];
  const form = forms[index % forms.length];
  const prose = writerOf({ subject, place }, random);
  const name = subject[0].toUpperCase() + subject.slice(1);
  const amount = () => `${pick([120, 240, 310, 450], random)}.000 kr.`;

  const facts = {
    heading: "Sagsfremstilling",
    blocks: [
      `Forvaltningen fremlægger sagen om ${subject} i ${place} efter aftale med udvalget. ${one.mention(index)}${prose(2)}`,
      { subheading: "Baggrund" },
      prose(3),
      `Planen kan læses på [kommunens side om ${subject}](https://engholm.example/planer/${number}).` +
        `${hasMistake(index) ? mistakeBreak : " "}Den ligger der frem til mødet.`,
      "Forslaget omfatter:",
      {
        ordered: true,
        list: [
          "Nye *vinduer* og døre mod gården",
          "Et **fælles** køkken med plads til tolv",
          `Bedre belysning af stien mellem ${subject} og stationen`,
        ],
      },
      { subheading: "Inddragelse" },
      prose(3),
      {
        list: [
          "Foreningerne fik forslaget i januar",
          "Landsbyrådet drøftede det i februar",
          "Borgerne kunne stille spørgsmål på et åbent møde",
        ],
      },
    ],
  };
  const item = {
    number,
    mistake: hasMistake(index),
    title: `${form.prefix} ${subject} i ${place}`,
    journalNumber: `26/${String(1000 + which)}`,
    sections: [
      { heading: "Resumé", blocks: [prose(2)] },
      facts,
      {
        heading: "Økonomi",
        blocks: [
          prose(1),
          {
            table: [
              ["Udgift", "2026", "2027"],
              ["Anlæg", amount(), amount()],
              ["Drift", amount(), amount()],
            ],
          },
        ],
      },
      ...(hasMistake(index)
        ? []
        : [
            {
              heading: "Indstilling",
              blocks: [`Forvaltningen indstiller, at ${organ}:`, { ordered: true, list: form.ask }],
            },
          ]),
      decision(one, { ordered: true, list: form.answer }),
      {
        heading: "Opfølgning",
        blocks: [{ list: [`Forvaltningen: underretter foreningerne (senest ${deadline})`] }],
      },
      {
        heading: "Bilag",
        blocks: [
          `Bilag ${number}.1: ${name} - plan og tegninger.pdf`,
          `Bilag ${number}.2: ${name} - budget.xlsx`,
        ],
      },
    ],
  };
  // All cases are about as long as each other, so that one edit is like another.
  let length = referatItem({ ...item, slot: "(07.00-07.15)" }).length;
  while (length < caseLength) {
    const more = prose(3);
    facts.blocks.push(more);
    length += more.length + 2;
  }
  return item;
}

// As Referat

function asReferat(items, { organ, date, day }) {
  const head = [
    `REFERAT ${organ} d. ${date}`,
    `Mødedato ${day} kl. 07:00`,
    "Mødested Mødelokale 4, Rådhuset, Engholm",
    `Mødedeltagere Birthe Lyngsø, A, ${absentee}, V (Afbud), Gurli Odde, F, Said Rahimi, B, Hans Egelund, Engholm Kommune`,
    "Indholdsfortegnelse",
    items.map(({ title, slot }, index) => `${title} ${slot}.....\t${3 + index}`).join("\n"),
  ];
  return [...head, ...items.map(referatItem)].join("\n\n") + "\n";
}

function referatItem({ number, title, slot, journalNumber, sections }) {
  if (number === null) return `${title} ${slot}`;
  const heading = `Punkt ${number}: ${title} ${slot}`;
  return [
    journalNumber ? `${heading}\nSagsnr. ${journalNumber}` : heading,
    ...sections.flatMap(({ heading, blocks }) => [heading, ...blocks.map(referatBlock)]),
    `Fraværende ${absentee}`,
  ].join("\n\n");
}

function referatBlock(block) {
  if (block.table) return block.table.map((row) => row.join("\t")).join("\n");
  return block.subheading ?? (block.list ? listed(block) : block);
}

const listed = ({ list, ordered }) =>
  list.map((entry, index) => `${ordered ? `${index + 1}.` : "-"} ${entry}`).join("\n");

// As Markdown

function asMarkdown(items, { organ, date, day }) {
  const head = [
    `# REFERAT ${organ} d. ${date}`,
    `**Mødedato** ${day} kl. 07:00`,
    "**Mødested** Mødelokale 4, Rådhuset, Engholm",
    `**Mødedeltagere** Birthe Lyngsø, A, ${absentee}, V (Afbud), Gurli Odde, F, Said Rahimi, B, Hans Egelund, Engholm Kommune`,
    "## Indholdsfortegnelse",
    items.map(({ title, slot }, index) => `- ${title} ${slot}, side ${3 + index}`).join("\n"),
  ];
  return [...head, ...items.map(markdownItem)].join("\n\n") + "\n";
}

function markdownItem({ number, title, slot, journalNumber, sections }) {
  if (number === null) return `## ${title} ${slot}`;
  return [
    `## Punkt ${number}: ${title} ${slot}`,
    ...(journalNumber ? [`Sagsnr. ${journalNumber}`] : []),
    ...sections.flatMap(({ heading, blocks }) => [`### ${heading}`, ...blocks.map(markdownBlock)]),
    `Fraværende ${absentee}`,
  ].join("\n\n");
}

function markdownBlock(block) {
  if (block.subheading) return `#### ${block.subheading}`;
  if (block.list) return listed(block);
  if (!block.table) return block.replace(mistakeBreak, " Se [notatet][notat].\n");
  const [header, ...rows] = block.table.map((row) => `| ${row.join(" | ")} |`);
  return [header, header.replace(/[^|]+/g, " --- "), ...rows].join("\n");
}
