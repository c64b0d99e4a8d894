import { type Connection, MessageType, ShowMessageNotification } from "vscode-languageserver";

/**
 * She asked for it, so she is told; nobody has to answer. What the message quotes of a document becomes no link: VS Code runs the
 * command of `[x](command:…)`.
 */
export function say(words: string, connection: Connection): Promise<void> {
  const message = words.replaceAll("](", "] (");
  return connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
}
