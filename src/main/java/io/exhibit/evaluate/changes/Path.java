package io.exhibit.evaluate.changes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The way to a member: {@code KeyMetadata.KeyState}; {@code GroupList}; {@code Targets[].TargetId} for that member of each
 * element; {@code Tags[Key].Value} for that member of each element, told apart by another one.
 *
 * @param policy whether what stands there is a policy document, which is compared statement by statement
 */
record Path(List<Step> steps, boolean policy) {

    private static final String POLICY = "policy ";

    /**
     * One name on the way.
     *
     * @param list whether a list stands there, whose elements are gone into
     * @param by the member that names an element, or "" when none does
     */
    record Step(String name, boolean list, String by) {}

    /** @param text a path, or "policy " and the path of a policy document */
    static Path of(String text) {
        boolean policy = text.startsWith(POLICY);
        List<Step> steps = new ArrayList<>();
        Arrays.stream((policy ? text.substring(POLICY.length()) : text).split("\\."))
                .forEach(step -> steps.add(step(step)));
        return new Path(steps, policy);
    }

    private static Step step(String text) {
        int bracket = text.indexOf('[');
        return bracket < 0
                ? new Step(text, false, "")
                : new Step(text.substring(0, bracket), true, text.substring(bracket + 1, text.length() - 1));
    }
}
