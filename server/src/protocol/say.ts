import { type Connection, MessageType, ShowMessageNotification } from "vscode-languageserver";

/** She asked for it, so she is told; nobody has to answer. */
export function say(message: string, connection: Connection): Promise<void> {
  return connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
}
