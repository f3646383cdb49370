package io.exhibit.console;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Adds to every text of a tree of records what would become script on a page that forgot to escape it. Each text gets a mark of its own, so that a
 * page tells which fields it shows; the same text gets the same mark wherever it stands, so that what belongs together still does.
 */
final class Taint {

    /** The mark stands where a page that is fooled would make an element, an attribute or an address of it. */
    private static final List<String> PAYLOADS = List.of(
            "<script>MARK</script>",
            "\"><img src=x onerror=MARK>",
            "' onmouseover='MARK' x='",
            "\" autofocus onfocus=\"MARK",
            "</title></td></table></main><h1 id=MARK>All units pass</h1>",
            "<svg/onload=MARK>",
            "<a href=javascript:MARK>x</a>",
            "--><iframe src=//MARK.example></iframe>",
            "&lt;script&gt;MARK&#60;b&#62;&quot; MARK=&quot;",
            "${7*7}<#assign x=1>${\"MARK\"?api}<MARK>",
            "</option></select><form action=//MARK.example>",
            "</pre></textarea></style></script><MARK x=`y` z='");

    private static final Pattern MARK = Pattern.compile("zq([0-9]+)z");

    private final List<String> payloads;
    private final Set<String> kept;
    private final Map<String, String> others;
    private final Map<Object, Object> known = new IdentityHashMap<>();
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Map<Integer, Set<String>> fields = new TreeMap<>();

    /**
     * Adds to every text.
     *
     * @param kept fields that stay as they are, such as {@code RunRecord.id}: what is looked up by them elsewhere is not of this tree
     * @param others texts that mean something to the program, and what they become
     */
    static Taint everywhere(Set<String> kept, Map<String, String> others) {
        return new Taint(PAYLOADS, kept, others);
    }

    /** Adds nothing. */
    static Taint nowhere(Map<String, String> others) {
        return new Taint(List.of(), Set.of(), others);
    }

    private Taint(List<String> payloads, Set<String> kept, Map<String, String> others) {
        this.payloads = payloads;
        this.kept = kept;
        this.others = others;
    }

    /** One text, as if it stood in that field. */
    String text(String text, String field) {
        if (others.containsKey(text)) {
            return others.get(text);
        }
        if (payloads.isEmpty() || text.isEmpty() || kept.contains(field)) {
            return text;
        }
        int number = numbers.computeIfAbsent(text, t -> numbers.size() + 1);
        fields.computeIfAbsent(number, n -> new TreeSet<>()).add(field);
        return text + payloads.get(number % payloads.size()).replace("MARK", "zq" + number + "z");
    }

    /** The fields whose texts a page shows. */
    Set<String> shown(String page) {
        Set<String> shown = new TreeSet<>();
        Matcher marks = MARK.matcher(page);
        while (marks.find()) {
            shown.addAll(fields.getOrDefault(Integer.valueOf(marks.group(1)), Set.of()));
        }
        return shown;
    }

    /** Whether a mark became part of the page's own structure. */
    static boolean in(String name) {
        return MARK.matcher(name).find();
    }

    @SuppressWarnings("unchecked")
    <T> T of(T tree) {
        return (T) of(tree, "");
    }

    private Object of(Object node, String field) {
        if (node instanceof String text) {
            return text(text, field);
        }
        if (node instanceof Record || node instanceof Collection || node instanceof Map || node instanceof Optional) {
            Object there = known.get(node);
            if (there == null) {
                there = rebuilt(node, field);
                known.put(node, there);
            }
            return there;
        }
        return node;
    }

    private Object rebuilt(Object node, String field) {
        if (node instanceof Optional<?> optional) {
            return optional.map(each -> of(each, field));
        }
        if (node instanceof Map<?, ?> map) {
            Map<Object, Object> copy = node instanceof SortedMap ? new TreeMap<>() : new LinkedHashMap<>();
            map.forEach((key, value) -> copy.put(of(key, field + ".key"), of(value, field)));
            return copy;
        }
        if (node instanceof Collection<?> all) {
            Collection<Object> copy = node instanceof SortedSet
                    ? new TreeSet<>()
                    : node instanceof Set ? new java.util.LinkedHashSet<>() : new ArrayList<>();
            all.forEach(each -> copy.add(of(each, field)));
            return copy;
        }
        return rebuilt((Record) node);
    }

    private Record rebuilt(Record node) {
        RecordComponent[] components = node.getClass().getRecordComponents();
        try {
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                components[i].getAccessor().setAccessible(true);
                values[i] = of(
                        components[i].getAccessor().invoke(node),
                        node.getClass().getSimpleName() + "." + components[i].getName());
            }
            Constructor<? extends Record> constructor = node.getClass()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(node.getClass().getSimpleName() + " refuses: " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
