package io.exhibit.render;

import io.exhibit.control.Problem;
import io.exhibit.render.TemplateToken.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which part includes which, and which macro calls which: none itself, and all together no more than is said here. The
 * turns of lists are counted while they run ({@link Deadline}); between two turns no template does more than this.
 */
final class PartGraph {

    private static final long MOST = 200_000;
    private static final int DEEPEST = 60;
    private static final Pattern NAME = Pattern.compile("\\s*([\\w]+)");
    private static final Pattern INCLUDED = Pattern.compile("\\s*\"([A-Za-z0-9-]+\\.(?:ftlh|css))\"\\s*");

    /** A macro or a part: how much it does by itself, and how often its nested content. */
    private record Cost(long own, long nested) {}

    /** One thing of a template with what stands in it. */
    private record Node(String file, TemplateToken token, List<Node> within) {}

    private final Map<String, Slips> slips = new LinkedHashMap<>();
    private final Map<String, Node> parts = new LinkedHashMap<>();
    private final Map<String, Node> macros = new HashMap<>();
    private final Map<Node, Cost> costs = new IdentityHashMap<>();
    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> told = new HashSet<>();
    private boolean expanded;

    private PartGraph() {}

    /**
     * @param texts every part that may be included, by name
     * @param files how each is called in a problem
     */
    static List<Problem> problems(Map<String, String> texts, Map<String, String> files) {
        PartGraph graph = new PartGraph();
        texts.forEach((name, text) -> {
            graph.slips.put(name, new Slips(files.getOrDefault(name, name), text));
            graph.parts.put(name, graph.tree(name, text));
        });
        graph.parts.values().forEach(graph::cost);
        return graph.slips.values().stream()
                .flatMap(each -> each.list().stream())
                .toList();
    }

    private Node tree(String file, String text) {
        Node root = new Node(file, new TemplateToken(Kind.TEXT, "", "", false, false, 0, 0), new ArrayList<>());
        Deque<Node> path = new ArrayDeque<>(List.of(root));
        for (TemplateToken token : TemplateScan.of(text)) {
            boolean encloses = token.kind() == Kind.CALL
                    || Set.of("macro", "list", "items", "if").contains(token.name());
            if (token.closing()) {
                if (encloses && path.size() > 1) {
                    path.pop();
                }
                continue;
            }
            Node node = new Node(file, token, new ArrayList<>());
            path.peek().within().add(node);
            if (encloses && !token.empty()) {
                path.push(node);
                if (path.size() == DEEPEST) {
                    slip(
                            node,
                            "template-nesting",
                            "Tags are nested more than " + DEEPEST + " deep.",
                            "Make a macro of it.");
                }
            }
            if (token.name().equals("macro") && token.kind() == Kind.DIRECTIVE) {
                named(token.code()).ifPresent(name -> {
                    Node other = macros.putIfAbsent(name, node);
                    if (other != null) {
                        slip(node, "template-macro", "There are two macros " + name + ".", "Give one another name.");
                    }
                });
            }
        }
        return root;
    }

    private static java.util.Optional<String> named(String code) {
        Matcher name = NAME.matcher(code);
        return name.lookingAt() ? java.util.Optional.of(name.group(1)) : java.util.Optional.empty();
    }

    /** Of a part or a macro. */
    private Cost cost(Node whole) {
        Cost known = costs.get(whole);
        if (known != null) {
            return known;
        }
        open.add(whole);
        Cost cost = within(whole);
        open.remove(whole);
        costs.put(whole, cost);
        return cost;
    }

    private Cost within(Node node) {
        long own = 1;
        long nested = 0;
        for (Node each : node.within()) {
            Cost cost = one(each);
            own = Math.min(own + cost.own(), MOST + 1);
            nested = Math.min(nested + cost.nested(), MOST + 1);
        }
        return new Cost(own, nested);
    }

    private Cost one(Node node) {
        TemplateToken token = node.token();
        if (token.kind() == Kind.CALL) {
            Cost body = within(node);
            Node macro = macros.get(token.name());
            if (macro == null && token.name().isEmpty()) {
                return body;
            }
            if (macro == null) {
                slip(
                        node,
                        "template-macro",
                        "There is no macro " + token.name() + ".",
                        "A macro is called by the name that <#macro> gave it. "
                                + Problem.didYouMean(token.name(), macros.keySet()));
                return body;
            }
            Cost called = called(node, macro, "The macro " + token.name() + " calls itself.");
            return most(
                    node,
                    new Cost(times(called.nested(), body.own()) + called.own(), times(called.nested(), body.nested())));
        }
        if (token.kind() != Kind.DIRECTIVE) {
            return new Cost(1, 0);
        }
        return switch (token.name()) {
            // Stands where it is called.
            case "macro" -> new Cost(1, 0);
            case "nested" -> new Cost(1, 1);
            case "include" -> included(node);
            default -> within(node);
        };
    }

    private Cost included(Node node) {
        Matcher name = INCLUDED.matcher(node.token().code());
        Node part = name.matches() ? parts.get(name.group(1)) : null;
        if (part == null) {
            slip(
                    node,
                    "template-include",
                    "A template may include the pack's own parts alone, each by its name in double quotes.",
                    name.matches()
                            ? Problem.didYouMean(name.group(1), parts.keySet())
                            : "Such as <#include \"cover.ftlh\">.");
            return new Cost(1, 0);
        }
        return most(node, called(node, part, "The part " + name.group(1) + " includes itself."));
    }

    private Cost called(Node at, Node whole, String itself) {
        if (open.contains(whole)) {
            slip(at, "template-recursion", itself, "Repeat with <#list>: what calls itself may never end.");
            return new Cost(1, 0);
        }
        return cost(whole);
    }

    /** Told where it first becomes too much. */
    private Cost most(Node node, Cost cost) {
        if (cost.own() > MOST && !expanded) {
            expanded = true;
            slip(
                    node,
                    "template-expansion",
                    "With all that is called from here a template makes more than " + MOST + " steps.",
                    "Let a macro call another once, and repeat with <#list>.");
        }
        return cost;
    }

    private static long times(long one, long other) {
        return Math.min(one * other, MOST + 1);
    }

    private void slip(Node node, String code, String message, String hint) {
        if (told.add(code + node.file() + node.token().at())) {
            slips.get(node.file()).add(code, node.token().at(), message, hint);
        }
    }
}
