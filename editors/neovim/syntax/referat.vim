" Colours of what one line shows by itself. Names, outcomes and times are the server's: Neovim 0.9 and newer lay them over this.
if exists("b:current_syntax")
  finish
endif

syntax match referatTitle "^\%ufeff\?\(REFERAT\|DAGSORDEN\)\s.*$"
syntax match referatItem "^\(Punkt\|PUNKT\)[ \t\u00a0]\{1,4}\d\{1,6}\s*:.*$"
syntax match referatPause "^PAUSE\>.*$"
syntax match referatSection "^\s*\c\(Indholdsfortegnelse\|Resum[eé]\|Sagsfremstilling\|Klimavurdering\|Økonomi\|Økonomiske konsekvenser\|Høring\|Indstilling\|Beslutning\|Afstemning\|Protokoltilførsel\|Protokolbemærkning\|Mindretalsudtalelse\|Opfølgning\|Bilag\)\s*:\?\s*$"
syntax match referatSection "^\s*\cBeslutning \(i\|fra\) .*$"
syntax match referatField "^\s*\c\(Mødedato\|Mødested\|Mødedeltagere\|Mødeleder\|Ordstyrer\|Referent\|Sekretær\|Afbud\|Fraværende\)\>:\?"
syntax match referatMark "^\s*\([-–•*]\|\d\{1,3}[.)]\|\l)\)\ze\s"
syntax region referatComment start="<!--" end="-->" keepend
syntax sync minlines=50

highlight default link referatTitle Title
highlight default link referatItem Title
highlight default link referatPause Title
highlight default link referatSection Statement
highlight default link referatField Identifier
highlight default link referatMark Special
highlight default link referatComment Comment

let b:current_syntax = "referat"
