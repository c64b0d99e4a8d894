/** Milliseconds between two looks. */
const look = 5_000;
/** So many looks without an answer, and the server hangs. More than one: a machine that slept wakes up to a single look. */
const patience = 12;

/**
 * Notices that a server hangs: it lives, and answers nothing. Only while somebody waits for it is it asked whether it is there;
 * one that computes for long answers that between two pieces of its work.
 */
export class Pulse {
  private waiting = 0;
  private missed = 0;
  private isAsking = false;
  private lives = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `ask` resolves or rejects as soon as the server says anything; `hangs` is to end it. */
  constructor(
    private readonly ask: () => Promise<unknown>,
    private readonly hangs: () => void,
    /** Milliseconds between two looks. */
    public interval = look,
  ) {}

  /** Somebody waits for an answer. */
  async during<Answer>(answer: Promise<Answer>): Promise<Answer> {
    this.waiting++;
    this.timer ??= setTimeout(() => this.look(), this.interval);
    try {
      return await answer;
    } finally {
      this.waiting--;
    }
  }

  /** Another server has been started: what the one before owed is no matter. */
  begin(): void {
    this.lives++;
    this.missed = 0;
    this.isAsking = false;
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private look(): void {
    this.timer = undefined;
    if (this.waiting === 0 && !this.isAsking) return;
    if (!this.isAsking) this.send();
    else if (++this.missed >= patience) {
      this.begin();
      this.hangs();
    }
    this.timer = setTimeout(() => this.look(), this.interval);
  }

  private send(): void {
    const life = this.lives;
    this.isAsking = true;
    const answered = (): void => {
      if (life !== this.lives) return;
      this.isAsking = false;
      this.missed = 0;
    };
    this.ask().then(answered, answered);
  }
}
