package io.exhibit.aws;

import io.exhibit.aws.Collecting.Collected;
import io.exhibit.aws.FaultBench.Case;
import io.exhibit.evidence.Exchange.Outcome;
import io.exhibit.evidence.Source;
import io.exhibit.sandbox.FaultKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which requests of a source are broken, and how. */
final class FaultCases {

    private static final Set<FaultKind> EMPTY_PAGES = EnumSet.of(FaultKind.BLANK_PAGE, FaultKind.REVERSED);

    private FaultCases() {}

    /** @param turn by which faults are chosen when not {@code all} are wanted */
    static List<Case> of(Source source, FaultBench bench, int turn, boolean all) {
        Map<String, Integer> asked = new HashMap<>();
        Set<String> lists = new HashSet<>();
        bench.aws.collect(source.key(), Collecting.target(source), (operation, paged, number) -> {
            asked.merge(operation, number, Math::max);
            // A report that is being made is asked for again and again, and is no list.
            if (paged && !operation.equals("iam:GenerateCredentialReport")) {
                lists.add(operation);
            }
        });
        List<Case> cases = new ArrayList<>();
        int next = turn;
        for (String operation : new TreeSet<>(asked.keySet())) {
            if (operation.startsWith("artifact:Download")) {
                // A document's address is no operation of AWS's: DownloadsTest.
                continue;
            }
            boolean list = lists.contains(operation);
            int last = asked.get(operation);
            for (int number : new TreeSet<>(List.of(1, (1 + last) / 2, last))) {
                List<Fault> faults = Fault.ALL.stream()
                        .filter(fault -> fits(fault, operation, list, number, last))
                        .toList();
                if (all) {
                    faults.forEach(fault -> cases.add(new Case(source, operation, list, number, fault)));
                } else {
                    Fault chosen = faults.get(next++ * 7 % faults.size());
                    faults.stream()
                            // Too few lists can have the one for its turn to come.
                            .filter(fault -> fault == chosen || fault.kind() == FaultKind.NO_TOKEN)
                            .forEach(fault -> cases.add(new Case(source, operation, list, number, fault)));
                }
            }
        }
        return cases;
    }

    /** Only the lists of these services say whether more follows; the last page of them says that nothing does. */
    private static boolean fits(Fault fault, String operation, boolean list, int number, int last) {
        if (fault.kind() == FaultKind.NO_TOKEN) {
            return list && number < last && operation.matches("(iam|kms|cloudfront):.*");
        }
        if (fault.kind() == FaultKind.REVERSED && number > 1) {
            // A list that is turned round in the middle has lost its one half, and no page tells it.
            return false;
        }
        if (EMPTY_PAGES.contains(fault.kind()) && operation.equals("wafv2:ListWebACLs")) {
            // AWS WAF names a next page on the last one, too: there an empty page is the end.
            return false;
        }
        return list || !fault.isOfPages();
    }

    /** Every answer that was believed, as it came. */
    static List<String> answers(Collected collected) {
        return collected.exchanges().stream()
                // How often it is asked for depends on whether it had been made before.
                .filter(exchange -> !exchange.call().operation().equals("iam:GenerateCredentialReport"))
                .filter(exchange -> exchange.outcome() == Outcome.ANSWER || exchange.outcome() == Outcome.FACT)
                .map(exchange -> exchange.call() + " " + exchange.page() + " "
                        + new String(exchange.response().body(), StandardCharsets.UTF_8))
                .toList();
    }
}
