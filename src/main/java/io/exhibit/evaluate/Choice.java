package io.exhibit.evaluate;

import io.exhibit.control.Parameter;
import java.util.List;
import java.util.Map;

/**
 * What the organization chose by a parameter not to be asked. That it relies on no certificate, or requires no such control, is its decision and
 * no fault of the evidence: such a test is not applicable, and its reason says by what, and whose value it is.
 */
final class Choice {

    private final Map<String, Parameter> parameters;

    Choice(Map<String, Parameter> parameters) {
        this.parameters = parameters;
    }

    /** Why a test is not asked, or "". */
    String not(CompiledTest test) {
        String name = test.assertion().particulars().chosenBy();
        if (name.isEmpty()) {
            return "";
        }
        Parameter parameter = parameters.get(name);
        // What nobody decided is no decision: the tool's own default leaves the test to be asked.
        if (parameter.policy().isBlank()) {
            return "";
        }
        String whose = parameter.policy();
        if (parameter.value() instanceof List<?> list && list.isEmpty()) {
            return "It is asked where " + name + " names something; it names nothing (" + whose + ").";
        }
        return Boolean.FALSE.equals(parameter.value())
                ? "It is asked where " + name + " is yes; it is no (" + whose + ")."
                : "";
    }
}
