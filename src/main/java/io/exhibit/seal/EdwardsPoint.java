package io.exhibit.seal;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.spec.EdECPoint;

/**
 * The public half of an Ed25519 secret (RFC 8032, 5.1.5). The platform tells it only to those who let it draw the secret too.
 * It takes a time that depends on the secret, so it belongs where nobody measures: once, when a key file is loaded.
 */
record EdwardsPoint(BigInteger x, BigInteger y) {

    private static final BigInteger ONE = BigInteger.ONE;
    private static final BigInteger P = ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger D = BigInteger.valueOf(-121665)
            .multiply(BigInteger.valueOf(121666).modInverse(P))
            .mod(P);
    private static final EdwardsPoint NEUTRAL = new EdwardsPoint(BigInteger.ZERO, ONE);
    private static final EdwardsPoint BASE = new EdwardsPoint(
            new BigInteger("15112221349535400772501151409588531511454012693041857206046113283949847762202"),
            BigInteger.valueOf(4).multiply(BigInteger.valueOf(5).modInverse(P)).mod(P));

    static EdECPoint ofSecret(byte[] secret) {
        byte[] hash = sha512(secret);
        byte[] scalar = new byte[32];
        for (int i = 0; i < 32; i++) {
            scalar[31 - i] = hash[i];
        }
        scalar[31] &= (byte) 0xf8;
        scalar[0] = (byte) (scalar[0] & 0x7f | 0x40);
        EdwardsPoint point = BASE.times(new BigInteger(1, scalar));
        return new EdECPoint(point.x.testBit(0), point.y);
    }

    private EdwardsPoint times(BigInteger scalar) {
        EdwardsPoint sum = NEUTRAL;
        for (int bit = scalar.bitLength() - 1; bit >= 0; bit--) {
            sum = sum.plus(sum);
            if (scalar.testBit(bit)) {
                sum = sum.plus(this);
            }
        }
        return sum;
    }

    private EdwardsPoint plus(EdwardsPoint other) {
        BigInteger t = D.multiply(x)
                .multiply(other.x)
                .mod(P)
                .multiply(y)
                .multiply(other.y)
                .mod(P);
        BigInteger above = ONE.add(t);
        BigInteger below = ONE.subtract(t);
        // One inversion for both fractions.
        BigInteger inverse = above.multiply(below).modInverse(P);
        BigInteger sumX = x.multiply(other.y).add(y.multiply(other.x));
        BigInteger sumY = y.multiply(other.y).add(x.multiply(other.x));
        return new EdwardsPoint(
                sumX.multiply(below).mod(P).multiply(inverse).mod(P),
                sumY.multiply(above).mod(P).multiply(inverse).mod(P));
    }

    private static byte[] sha512(byte[] secret) {
        try {
            return MessageDigest.getInstance("SHA-512").digest(secret);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform with Ed25519 has SHA-512", e);
        }
    }
}
