package io.exhibit.cli.runs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exhibit.control.Assertion;
import io.exhibit.control.Scope;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.RunRecord.Account;
import io.exhibit.evidence.Target;
import io.exhibit.run.Preflight.Unanswered;
import io.exhibit.run.Preflight.View;
import io.exhibit.run.Reliance;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a preflight saw, for people and for programs. */
public final class PreflightReport {

    private static final int VERSION = 1;

    private final View view;
    private final Scope scope;
    private final Reliance reliance;

    public PreflightReport(View view, Scope scope, Reliance reliance) {
        this.view = view;
        this.scope = scope;
        this.reliance = reliance;
    }

    /** Whether a run would find something blind: also an account in scope that cannot be asked because it is not active. */
    public boolean blind() {
        return !view.blind().isEmpty() || closedInScope() > 0;
    }

    private long closedInScope() {
        return view.closed().stream()
                .filter(account -> scope.inScope(account.id()))
                .count();
    }

    /** As people read it: how much was asked, what is blind, and which units that leaves without evidence. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        long accounts = view.asked().stream().map(Target::account).distinct().count();
        long regions = view.asked().stream()
                .filter(target -> !target.isGlobal())
                .map(Target::region)
                .distinct()
                .count();
        lines.add("Asked " + count(accounts, "account") + " and " + count(regions, "region") + ": " + view.calls()
                + " calls.");
        view.closed().forEach(account -> lines.add(closed(account)));
        lines.addAll(leftOut());
        if (!view.untried().isEmpty()) {
            lines.add("Not tried, because nothing there needs it: " + String.join(", ", view.untried()) + ".");
        }
        if (view.blind().isEmpty()) {
            lines.add(closedInScope() == 0 ? "Nothing is blind." : "Nothing else is blind.");
            return lines;
        }
        lines.add("Blind:");
        lines.addAll(new BlindLines(reliance, "--json lists them").of(view.blind()));
        SortedSet<String> missing = missing();
        if (!missing.isEmpty()) {
            lines.add("To add to the policy of the collecting role:");
            lines.add("  {\"Effect\": \"Allow\", \"Resource\": \"*\", \"Action\": ["
                    + missing.stream().map(a -> '"' + a + '"').collect(Collectors.joining(", ")) + "]}");
        }
        return lines;
    }

    private String closed(Account account) {
        return "Not asked: " + account.id() + " " + account.name() + ", which is " + account.state()
                + (scope.inScope(account.id())
                        ? ", and in scope: every run counts it as blind until an entry of the book takes it out of the scope."
                        : ", and out of scope.");
    }

    /** A region is told once, not for every account. */
    private SortedSet<String> leftOut() {
        SortedSet<String> lines = new TreeSet<>();
        view.leftOut()
                .forEach((target, why) ->
                        lines.add("Not asked: " + (target.isGlobal() ? target.account() : target.region()) + ", "
                                + Cause.LEFT_OUT.words() + " (" + why + ")."));
        return lines;
    }

    /** What an identity policy could allow; the actions of an operation that only a control policy denies are not in it. */
    private SortedSet<String> missing() {
        return view.blind().stream()
                .filter(b -> b.gap().cause() == Cause.DENIED || b.gap().cause() == Cause.IDENTITY_DENIED)
                .flatMap(b -> b.source().operation(b.gap().call().operation()).permissions().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String count(long n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }

    /** Version 1: every operation that brought no answer at a target, with the tests and paragraphs that rely on it. */
    public String json() {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("version", VERSION).put("calls", view.calls());
        ArrayNode closed = root.putArray("not_asked");
        view.closed()
                .forEach(a -> closed.addObject()
                        .put("account", a.id())
                        .put("state", a.state())
                        .put("in_scope", scope.inScope(a.id())));
        ArrayNode leftOut = root.putArray("left_out");
        view.leftOut()
                .forEach((target, why) -> leftOut.addObject()
                        .put("account", target.account())
                        .put("region", target.region())
                        .put("reason", why));
        ArrayNode untried = root.putArray("not_tried");
        view.untried().forEach(untried::add);
        ArrayNode blind = root.putArray("blind");
        for (Unanswered each : view.blind()) {
            Gap gap = each.gap();
            List<Assertion> tests = reliance.on(each.source(), gap.call().operation());
            ObjectNode node = blind.addObject()
                    .put("source", each.source().key())
                    .put("operation", gap.call().operation())
                    .put("account", each.target().account())
                    .put("region", each.target().region())
                    .put("cause", gap.cause().words())
                    .put("code", gap.code())
                    .put("message", gap.message());
            ArrayNode ids = node.putArray("tests");
            tests.forEach(test -> ids.add(test.id()));
            ArrayNode citations = node.putArray("citations");
            Reliance.citations(tests).forEach(citations::add);
        }
        ArrayNode actions = root.putArray("actions_to_add");
        missing().forEach(actions::add);
        return root.toPrettyString();
    }
}
