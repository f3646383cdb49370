package io.exhibit.read.policy;

import java.util.List;

/**
 * One statement of a policy document.
 *
 * @param label the Sid, or the statement's number from 1 when it has none or shares it; unique within the document
 * @param sid "" when there is none
 * @param effect "Allow" or "Deny"
 * @param principals empty in identity policies
 * @param condition canonical JSON: keys sorted, no white space; "" without one
 * @param conditionKeys such as {@code aws:PrincipalOrgID}, as written, sorted
 */
public record PolicyStatement(
        String label,
        String sid,
        String effect,
        List<Principal> principals,
        List<String> actions,
        List<String> notActions,
        List<String> resources,
        List<String> notResources,
        String condition,
        List<String> conditionKeys) {

    /** Whether its effect is Allow; everything else denies. */
    public boolean allows() {
        return effect.equals("Allow");
    }

    /** Whether it holds under conditions only, whatever these are. */
    public boolean hasCondition() {
        return !condition.isEmpty();
    }
}
