package io.exhibit.collect;

import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Distinct;
import io.exhibit.evidence.RecordType.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a guard has met so far in an answer of the right form. */
final class Found {

    /** Members in which an answer of success says that it was refused. */
    private static final Map<String, String> REFUSALS = Map.of(
            "inspector2:BatchGetAccountStatus", "failedAccounts",
            "access-analyzer:GetFindingV2", "error");

    /** CloudFront leaves a list out when it is empty, and says that nothing is in it. */
    private static final String QUANTITY = "Quantity";

    private final Set<String> missing;
    private final Set<String> unsaid;
    private final Paging paging;
    private final String refusal;
    private final boolean lists;
    private boolean more;
    private boolean token;
    private long items;
    private final List<Long> keys = new ArrayList<>();
    private Failure refused;

    Found(Expected expected) {
        missing = new HashSet<>(expected.carriers().keySet());
        paging = expected.paging();
        unsaid = new HashSet<>(paging.flags());
        lists = expected.carriers().values().stream()
                .anyMatch(c -> c.member().shape().kind() == Kind.LIST);
        refusal = REFUSALS.getOrDefault(expected.operation().name(), "");
    }

    void carrier(String wire, long itemsInIt) {
        missing.remove(wire);
        items += itemsInIt;
    }

    /** By the key of an item, or by the item itself where it is a plain text. */
    void key(String carrier, String key) {
        keys.add(Distinct.hash(carrier, key));
    }

    boolean isRefusal(String wire) {
        return wire.equals(refusal);
    }

    void refused(String code, String message) {
        boolean denied = code.toUpperCase(Locale.ROOT).replace("_", "").contains("ACCESSDENIED");
        refused = new Failure(
                denied ? Cause.DENIED : Cause.FAILED, code, message.isEmpty() ? refusal + ": " + code : message, "");
    }

    boolean isPaging(String wire) {
        return paging.names(wire) || wire.equals(QUANTITY);
    }

    void paging(String wire, String value) {
        boolean yes = value.strip().equalsIgnoreCase("true");
        if (paging.flags().contains(wire) && (yes || value.strip().equalsIgnoreCase("false"))) {
            unsaid.remove(wire);
            more |= yes;
        }
        token |= paging.tokens().contains(wire) && !value.isEmpty();
        if (wire.equals(QUANTITY) && value.strip().equals("0")) {
            missing.remove("Items");
        }
    }

    Answer answer() {
        if (refused != null) {
            return Answer.refused(refused);
        }
        if (!missing.isEmpty()) {
            return Answer.malformed("the answer has no "
                    + String.join(", ", missing.stream().sorted().toList()));
        }
        if (!unsaid.isEmpty()) {
            return Answer.malformed("the answer does not say whether more follows");
        }
        if (more && !token) {
            return Answer.malformed("the answer says that more follows and does not say where");
        }
        boolean goesOn = paging.flags().isEmpty() ? token : more;
        return Answer.believed(lists ? items : Math.max(1, items), List.copyOf(keys), goesOn);
    }
}
