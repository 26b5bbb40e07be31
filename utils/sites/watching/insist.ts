// When to say again what nobody has taken (ms after the last time, each twice as long): the background may have ended just then.
const SOON_MS = 100;
const LATE_MS = 3200;

/** Says something again and again, more and more seldom, until it was answered with anything but nothing, is old, or 6 s are over. */
export async function insist(say: () => Promise<unknown>, isOld: () => boolean): Promise<void> {
  for (let pause = SOON_MS; pause <= LATE_MS; pause *= 2) {
    if (isOld() || (await say())) return;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
