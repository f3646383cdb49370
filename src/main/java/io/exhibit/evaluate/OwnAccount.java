package io.exhibit.evaluate;

import io.exhibit.evidence.Target;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The account that an item of the whole organization is about, where its record names one. */
final class OwnAccount {

    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final Pattern ARN = Pattern.compile("arn:[^:]*:[^:]*:[^:]*:(\\d{12}):.*");

    private OwnAccount() {}

    /** Of an answer of the organization: its ARNs are the organization's own and say nothing about the account. */
    static Target ofAnswer(String key, Map<String, Object> members, Target otherwise) {
        if (members.get("account") instanceof String account
                && ACCOUNT.matcher(account).matches()) {
            return Target.global(account);
        }
        return ACCOUNT.matcher(key).matches() ? Target.global(key) : otherwise;
    }

    /** Of an entry of a register: also the one account that its ARNs name. */
    static Target ofEntry(String key, Map<String, Object> members, Target otherwise) {
        Set<String> named = members.values().stream()
                .filter(String.class::isInstance)
                .map(text -> ARN.matcher((String) text))
                .filter(Matcher::matches)
                .map(arn -> arn.group(1))
                .collect(Collectors.toSet());
        Target arns = named.size() == 1 ? Target.global(named.iterator().next()) : otherwise;
        return ofAnswer(key, members, arns);
    }
}
