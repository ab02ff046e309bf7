import { hashSeed, randomFrom } from "#core/random";

/** A number from 0 to 1 that belongs to a name: the same whenever and in whatever order it is asked for. */
export function uniform(name: string): number {
  return randomFrom(hashSeed(name))();
}

/** A normally distributed number (mean 0, deviation 1) that belongs to a name: Box and Muller. */
export function normal(name: string): number {
  const random = randomFrom(hashSeed(name));
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A factor around 1 that belongs to a name: lognormal, with that deviation of its logarithm. */
export function factor(name: string, deviation: number): number {
  return Math.exp(deviation * normal(name));
}
