/** ln Γ(x) for x > 0: Stirling's series (DLMF 5.11.1) after moving x up to at least 8; about 14 digits. */
export function logGamma(x: number): number {
  let shift = 0
  let product = 1
  while (x + shift < 8) product *= x + shift++
  const y = x + shift
  const inverse = 1 / (y * y)
  const series =
    (1 / 12 -
      inverse *
        (1 / 360 -
          inverse * (1 / 1260 - inverse * (1 / 1680 - inverse * (1 / 1188 - inverse * (691 / 360360)))))) /
    y
  return (y - 0.5) * Math.log(y) - y + 0.9189385332046727 + series - Math.log(product)
}

/** ln B(a, b), the constant of the Beta distribution. */
export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b)
}

/** Density of Beta(a, b) at x between 0 and 1; `constant` is logBeta(a, b). */
export function betaDensity(x: number, a: number, b: number, constant = logBeta(a, b)): number {
  return Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - constant)
}

/**
 * Probability that a Beta(a, b) variable is above x: 1 − I_x(a, b). Continued fraction DLMF 8.17.22, evaluated by Lentz's
 * method on the side of the mean where it converges fast; `constant` is logBeta(a, b).
 */
export function betaAbove(x: number, a: number, b: number, constant = logBeta(a, b)): number {
  if (x <= 0) return 1
  if (x >= 1) return 0
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - constant)
  return x < (a + 1) / (a + b + 2) ? 1 - (front * fraction(x, a, b)) / a : (front * fraction(1 - x, b, a)) / b
}

function fraction(x: number, a: number, b: number): number {
  let numerator = 1
  let denominator = 1 / (1 - ((a + b) * x) / (a + 1))
  let value = denominator
  for (let k = 1; k < 1000; k++) {
    const even = (k * (b - k) * x) / ((a + 2 * k - 1) * (a + 2 * k))
    denominator = 1 / (1 + even * denominator)
    numerator = 1 + even / numerator
    value *= denominator * numerator
    const odd = (-(a + k) * (a + b + k) * x) / ((a + 2 * k) * (a + 2 * k + 1))
    denominator = 1 / (1 + odd * denominator)
    numerator = 1 + odd / numerator
    const change = denominator * numerator
    value *= change
    if (Math.abs(change - 1) < 1e-15) break
  }
  return value
}
