package io.exhibit.cli.settings;

import io.exhibit.aws.RegionNames;
import io.exhibit.collect.CollectionPlan;
import io.exhibit.collect.CollectionPlan.Choice;
import io.exhibit.control.Position;
import io.exhibit.control.Problem;
import io.exhibit.mapping.Fields;
import io.exhibit.mapping.Node;
import io.exhibit.mapping.Problems;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Reads which accounts and regions are asked: the keys accounts, exclude and regions below {@code aws}. */
final class PlanReader {

    static final Set<String> EXCLUDED = Set.of("account", "reason");

    private final Fields aws;
    private final Problems problems;

    PlanReader(Fields aws, Problems problems) {
        this.aws = aws;
        this.problems = problems;
    }

    CollectionPlan plan() {
        SortedSet<String> listed = new TreeSet<>();
        Choice choice = Choice.ORGANIZATION;
        Optional<Node> accounts = aws.node("accounts").filter(node -> !isBlank(node));
        if (accounts.isPresent() && accounts.get() instanceof Node.Sequence) {
            choice = Choice.LISTED;
            listed = named("accounts", this::account);
        } else if (accounts.isPresent()) {
            choice = choice(aws.text("accounts"));
        }
        return new CollectionPlan(choice, listed, excluded(), named("regions", this::region));
    }

    /** One region. */
    String region(String key, String otherwise) {
        String name = aws.text(key);
        if (!name.isEmpty()) {
            region(name, aws.position(key));
        }
        return name.isEmpty() ? otherwise : name;
    }

    private static boolean isBlank(Node node) {
        return node instanceof Node.Scalar scalar && scalar.text().isBlank();
    }

    private Choice choice(String word) {
        switch (word) {
            case "organization":
                return Choice.ORGANIZATION;
            case "caller":
                return Choice.CALLER;
            default:
                problems.add(
                        "wrong-type",
                        aws.position("accounts"),
                        "accounts must be organization, caller or a list of account ids, not \"" + word + "\".",
                        word.matches("[0-9, ]+") ? "Write a list: ['111122223333']." : "");
                return Choice.ORGANIZATION;
        }
    }

    /** The names of a list that is not empty, each checked where it stands. */
    private SortedSet<String> named(String key, BiConsumer<String, Position> check) {
        SortedSet<String> names = new TreeSet<>();
        for (Node item : aws.list(key)) {
            String name = item instanceof Node.Scalar scalar ? scalar.text().strip() : "";
            check.accept(name, item.position());
            names.add(name);
        }
        if (names.isEmpty()
                && aws.node(key).filter(Node.Sequence.class::isInstance).isPresent()) {
            problems.add(
                    "missing-key",
                    aws.position(key),
                    key + " names none.",
                    "Leave the key out for all that there are.");
        }
        return names;
    }

    private void account(String id, Position position) {
        if (!id.matches("[0-9]{12}")) {
            problems.add("wrong-type", position, "\"" + id + "\" is no account id: these have 12 digits.");
        }
    }

    private void region(String name, Position position) {
        if (!RegionNames.mayBe(name)) {
            problems.add(
                    "unknown-region",
                    position,
                    "AWS has no region \"" + name + "\".",
                    Problem.didYouMean(name, RegionNames.known()));
        }
    }

    private SortedMap<String, String> excluded() {
        SortedMap<String, String> excluded = new TreeMap<>();
        for (Node item : aws.list("exclude")) {
            Fields entry = new Fields(item, problems, EXCLUDED);
            String id = entry.required("account");
            if (!id.isEmpty()) {
                account(id, entry.position("account"));
            }
            if (excluded.put(id, entry.required("reason")) != null) {
                problems.add("duplicate-id", entry.position(), "The account " + id + " is there twice.");
            }
        }
        return excluded;
    }
}
