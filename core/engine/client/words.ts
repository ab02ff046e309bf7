/** A refusal by the client itself: what it says on standard error, and its exit code. */
export class ClientRefusal extends Error {
  override name = "ClientRefusal";
  constructor(
    message: string,
    readonly exit = 1,
  ) {
    super(message);
  }
}

export const refuseClient = (message: string, exit = 1): never => {
  throw new ClientRefusal(message, exit);
};
