package io.exhibit.render;

import freemarker.core.ArithmeticEngine;
import freemarker.core.Environment;
import freemarker.template.TemplateException;
import java.math.BigDecimal;

/** Reckons exactly, with numbers of at most 30 digits: {@code 1e999999999 + 1} would fill the memory. */
final class BoundedNumbers extends ArithmeticEngine {

    private static final int DIGITS = 30;

    @Override
    public int compareNumbers(Number one, Number other) throws TemplateException {
        return BIGDECIMAL_ENGINE.compareNumbers(bounded(one), bounded(other));
    }

    @Override
    public Number add(Number one, Number other) throws TemplateException {
        return bounded(BIGDECIMAL_ENGINE.add(bounded(one), bounded(other)));
    }

    @Override
    public Number subtract(Number one, Number other) throws TemplateException {
        return bounded(BIGDECIMAL_ENGINE.subtract(bounded(one), bounded(other)));
    }

    @Override
    public Number multiply(Number one, Number other) throws TemplateException {
        return bounded(BIGDECIMAL_ENGINE.multiply(bounded(one), bounded(other)));
    }

    @Override
    public Number divide(Number one, Number other) throws TemplateException {
        if (new BigDecimal(bounded(other).toString()).signum() == 0) {
            throw refused("A number is divided by 0.");
        }
        return bounded(BIGDECIMAL_ENGINE.divide(bounded(one), bounded(other)));
    }

    @Override
    public Number modulus(Number one, Number other) throws TemplateException {
        if (bounded(other).longValue() == 0) {
            throw refused("A number is divided by 0.");
        }
        return BIGDECIMAL_ENGINE.modulus(bounded(one), bounded(other));
    }

    @Override
    public Number toNumber(String text) {
        BigDecimal number = new BigDecimal(text);
        if (!small(number)) {
            throw new NumberFormatException("a number of more than " + DIGITS + " digits");
        }
        return number;
    }

    private static Number bounded(Number number) throws TemplateException {
        if (number instanceof BigDecimal large && !small(large)) {
            throw refused("A number has more than " + DIGITS + " digits.");
        }
        return number;
    }

    private static boolean small(BigDecimal number) {
        return number.precision() <= DIGITS && Math.abs(number.scale()) <= DIGITS;
    }

    private static TemplateException refused(String why) {
        return new TemplateException(why, Environment.getCurrentEnvironment());
    }
}
