;;; emacs.el --- What a user does in Emacs -*- lexical-binding: t; -*-

;; Run by test/editors/run.mjs in an Emacs without a window: opens $REFERAT_DOCUMENT, does what a user does, and writes what came
;; of it to $REFERAT_RESULTS, a line each.  It lives with Emacs 28 (Eglot 1.8) and newer.

(require 'referat-mode)
(require 'imenu)

(defvar referat-test-results nil)
(setq save-silently t
      eglot-confirm-server-initiated-edits nil
      eglot-confirm-server-edits nil
      eglot-autoshutdown t
      make-backup-files nil
      create-lockfiles nil)

(defmacro referat-test-step (name &rest body)
  (declare (indent 1))
  `(push (condition-case problem
             (progn ,@body (format "ok\t%s\t" ,name))
           (error (format "failed\t%s\t%s" ,name
                          (replace-regexp-in-string "[\n\t]" " " (error-message-string problem)))))
         referat-test-results))

(defun referat-test-await (what happened)
  "Wait until HAPPENED gives something, which is named WHAT."
  (let ((end (+ (float-time) 20)) found)
    (while (not (setq found (funcall happened)))
      (when (> (float-time) end) (error "No %s" what))
      (accept-process-output nil 0.02))
    found))

(defun referat-test-same (found wanted)
  (unless (equal found wanted) (error "%S instead of %S" found wanted)))

(defun referat-test-go (words)
  (goto-char (point-min))
  (search-forward words)
  (goto-char (match-beginning 0)))

(defun referat-test-finding (code)
  "The finding of the rule CODE."
  (seq-find (lambda (each) (string-match-p (regexp-quote code) (flymake-diagnostic-text each)))
            (flymake-diagnostics)))

(defun referat-test-names (index)
  "All names in an INDEX of imenu."
  (apply #'append
         (mapcar (lambda (entry)
                   (cons (substring-no-properties (car entry))
                         (when (and (consp (cdr entry)) (listp (cdr entry))) (referat-test-names (cdr entry)))))
                 (seq-filter #'consp index))))

(find-file (getenv "REFERAT_DOCUMENT"))
;; Eglot starts the server behind the command that opened the document, and batch mode has no commands.
(run-hooks 'post-command-hook)

(referat-test-step "the document is known, and the server starts for it"
  (referat-test-same major-mode 'referat-mode)
  (referat-test-await "server" #'eglot-managed-p))

(referat-test-step "what the editor colours itself is coloured"
  (font-lock-ensure)
  (referat-test-go "Punkt 1")
  (referat-test-same (get-text-property (point) 'face) 'font-lock-function-name-face)
  (with-temp-buffer
    (insert "<!-- Punkt 9:\nnej --> ja\n<!-- aldrig slut")
    (let ((referat-start-server nil)) (referat-mode))
    (font-lock-ensure)
    (referat-test-same (get-text-property 8 'face) 'font-lock-comment-face)
    (referat-test-same (get-text-property 17 'face) 'font-lock-comment-face)
    (referat-test-go "ja")
    (referat-test-same (get-text-property (point) 'face) nil)
    (referat-test-go "aldrig")
    (referat-test-same (get-text-property (point) 'face) nil)))

(referat-test-step "diagnostics lie under the words that they are about, behind æ and 😀 too"
  (flymake-start)
  (let ((finding (referat-test-await
                  "finding of weekday"
                  (lambda ()
                    (seq-find (lambda (each)
                                (equal (buffer-substring-no-properties (flymake-diagnostic-beg each)
                                                                       (flymake-diagnostic-end each))
                                       "tirsdag"))
                              (flymake-diagnostics))))))
    (unless (string-match-p "onsdag" (flymake-diagnostic-text finding))
      (error "%s" (flymake-diagnostic-text finding)))))

(referat-test-step "the outline has the meeting, its items and sections"
  (let ((names (mapconcat #'identity (referat-test-names (funcall imenu-create-index-function)) "\n")))
    (dolist (name '("Kulturudvalget i Sandby" "Ny svømmehal ved Strandvejen" "Sagsfremstilling" "Beslutning"))
      (unless (string-match-p (regexp-quote name) names) (error "%s is not in %s" name names)))))

(referat-test-step "completion offers what can stand there, in a form that the editor takes"
  (referat-test-go "Godkendt. Karen")
  (insert "\n\n")
  (backward-char)
  (let* ((capf (run-hook-with-args-until-success 'completion-at-point-functions))
         (candidates (all-completions "" (nth 2 capf))))
    (unless candidates (error "Nothing is offered"))
    (when (seq-some (lambda (each) (string-match-p "\\${" each)) candidates) (error "A snippet: %S" candidates)))
  (delete-region (point) (+ (point) 1))
  (delete-region (- (point) 1) (point)))

(referat-test-step "a quick fix mends the weekday, and nothing else"
  (let ((text (buffer-string)))
    (referat-test-go "tirsdag")
    ;; The first that is offered is chosen, as with RET.
    (cl-letf (((symbol-function 'completing-read)
               (lambda (_ choices &rest _) (car (car choices))))
              (last-nonmenu-event ?f))
      (call-interactively #'eglot-code-actions))
    (referat-test-await "fix" (lambda () (not (equal (buffer-string) text))))
    (referat-test-same (buffer-string) (replace-regexp-in-string "tirsdag" "onsdag" text t t))))

(referat-test-step "one undo takes the fix back, and a redo makes it again"
  (let ((text (buffer-string)))
    (undo-boundary)
    (undo-only 1)
    (unless (string-match-p "tirsdag" (buffer-string)) (error "The fix is not undone"))
    (undo-boundary)
    (undo-redo 1)
    (referat-test-same (buffer-string) text)))

(referat-test-step "formatting takes the blanks away"
  (eglot-format-buffer)
  (unless (string-match-p "planen\n\nBeslutning" (buffer-string)) (error "%s" (buffer-string))))

(referat-test-step "a person is renamed everywhere"
  ;; Eglot tells the server of changes in a pause, or at a save.
  (save-buffer)
  (referat-test-go "Karen Høst, A")
  (eglot-rename "Karen Holm")
  (referat-test-await "new name" (lambda () (not (string-match-p "Karen Høst" (buffer-string))))))

(referat-test-step "it is saved as it stands"
  (save-buffer))

(referat-test-step "the server ends with its last document"
  (let ((server (eglot-current-server)))
    (kill-buffer)
    (referat-test-await "end of the server" (lambda () (not (jsonrpc-running-p server))))))

(let ((coding-system-for-write 'utf-8))
  (write-region (mapconcat #'identity (nreverse referat-test-results) "\n") nil (getenv "REFERAT_RESULTS")))
(kill-emacs 0)

;;; emacs.el ends here
