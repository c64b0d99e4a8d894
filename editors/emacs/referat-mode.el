;;; referat-mode.el --- Danish minutes and agendas, with their language server -*- lexical-binding: t; -*-

;; Version: 0.1.0
;; Package-Requires: ((emacs "28.1") (eglot "1.8"))
;; Keywords: wp, languages
;; License: MIT

;;; Commentary:

;; Opens .referat and .dagsorden in a mode of their own and starts `referat lsp --stdio' for them with Eglot, which is a part of
;; Emacs from 29.  In your init file:
;;
;;     (add-to-list 'load-path "/sti/til/editors/emacs")
;;     (require 'referat-mode)

;;; Code:

(require 'eglot nil t)

(defgroup referat nil
  "Danish minutes and agendas."
  :group 'text)

(defcustom referat-command '("referat" "lsp" "--stdio")
  "The program that serves documents, and its arguments."
  :type '(repeat string))

(defcustom referat-settings nil
  "What the server is told when it starts, as a property list.
Messages in English: (:language \"en\")."
  :type 'plist)

(defcustom referat-start-server t
  "Whether the server is started with the first document."
  :type 'boolean)

(defun referat-find-comment (limit)
  "Find a comment that begins before LIMIT; one that never ends is text."
  (when (search-forward "<!--" limit t)
    (let ((start (match-beginning 0)))
      (when (search-forward "-->" nil t)
        (set-match-data (list start (point)))
        t))))

(defvar referat-font-lock-keywords
  '((referat-find-comment . font-lock-comment-face)
    ("^\ufeff?\\(?:REFERAT\\|DAGSORDEN\\)[ \t].*$" . font-lock-keyword-face)
    ("^\\(?:Punkt\\|PUNKT\\)[ \t\u00a0]\\{1,4\\}[0-9]\\{1,6\\}[ \t\u00a0]*:.*$" . font-lock-function-name-face)
    ("^PAUSE\\>.*$" . font-lock-function-name-face)
    ("^[ \t]*\\(?:[Ii]ndholdsfortegnelse\\|INDHOLDSFORTEGNELSE\\|[Rr]esum[eé]\\|RESUM[EÉ]\\|[Ss]agsfremstilling\\|SAGSFREMSTILLING\\|[Kk]limavurdering\\|KLIMAVURDERING\\|[Øø]konomi\\|ØKONOMI\\|[Øø]konomiske konsekvenser\\|ØKONOMISKE KONSEKVENSER\\|[Hh]øring\\|HØRING\\|[Ii]ndstilling\\|INDSTILLING\\|[Bb]eslutning\\|BESLUTNING\\|[Aa]fstemning\\|AFSTEMNING\\|[Pp]rotokoltilførsel\\|PROTOKOLTILFØRSEL\\|[Pp]rotokolbemærkning\\|PROTOKOLBEMÆRKNING\\|[Mm]indretalsudtalelse\\|MINDRETALSUDTALELSE\\|[Oo]pfølgning\\|OPFØLGNING\\|[Bb]ilag\\|BILAG\\)[ \t]*:?[ \t]*$"
     . font-lock-type-face)
    ("^[ \t]*\\(?:Beslutning\\|BESLUTNING\\) \\(?:i\\|fra\\) .*$" . font-lock-type-face)
    ("^[ \t]*\\(\\(?:Mødedato\\|Mødested\\|Mødedeltagere\\|Mødeleder\\|Ordstyrer\\|Referent\\|Sekretær\\|Afbud\\|Fraværende\\):?\\)\\(?:[ \t]\\|$\\)"
     1 font-lock-variable-name-face))
  "What one line shows by itself; the server knows the rest.")

;;;###autoload
(define-derived-mode referat-mode text-mode "Referat"
  "Mode for Danish minutes and agendas.
Long lines are wrapped on the screen only: nothing breaks them.

\\{referat-mode-map}"
  (setq-local comment-start "<!-- "
              comment-end " -->"
              comment-start-skip "<!--[ \t]*"
              comment-end-skip "[ \t]*-->"
              font-lock-multiline t
              font-lock-defaults '(referat-font-lock-keywords t))
  (auto-fill-mode -1)
  (visual-line-mode 1)
  (when (and referat-start-server (fboundp 'eglot-ensure))
    (eglot-ensure)))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.\\(?:referat\\|dagsorden\\)\\'" . referat-mode))

(defun referat-contact (&rest _)
  "What Eglot starts the server with."
  (append referat-command (list :initializationOptions (or referat-settings (make-hash-table)))))

(defun referat-decoded-path (path)
  "PATH, as the buffer knows it that visits the file.
Eglot 1.17, in Emacs 30, leaves æ, ø and å as the bytes that stood in
the URI, finds no buffer of that name, and loses the diagnostics."
  (condition-case nil
      (decode-coding-string (string-to-unibyte path) 'utf-8-unix)
    ;; It has letters already.
    (error path)))

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs '(referat-mode . referat-contact))
  (when (fboundp 'eglot-uri-to-path)
    (advice-add 'eglot-uri-to-path :filter-return #'referat-decoded-path)))

(provide 'referat-mode)

;;; referat-mode.el ends here
