package io.exhibit.cli.desk;

import io.exhibit.console.book.BookDesk.Offer;
import io.exhibit.console.book.BookDesk.Word;
import io.exhibit.control.Book;
import io.exhibit.control.Control;
import io.exhibit.evaluate.ExpressionWords;
import io.exhibit.evidence.Catalog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What could stand where somebody types in a file of the book. It goes by lines, as what is being typed is no YAML yet. */
final class Completion {

    private static final int MOST = 60;

    private static final Pattern LINE = Pattern.compile("( *)(- +)?(?:'?([^\\s:'#]+)'?:)?(?: +(.*))?");
    private static final Pattern NAME = Pattern.compile("(?:([A-Za-z_][A-Za-z0-9_.]*)\\.)?([A-Za-z_][A-Za-z0-9_]*)?$");
    private static final Pattern PLACE = Pattern.compile("\\{[^{}]*$");
    private static final List<String> EXPRESSIONS = List.of("where", "expect", "across", "vanished");

    private final ExpressionWords expressions;
    private final Book book;
    private final List<String> lines;
    private final String before;
    private final int cursor;

    private Completion(Catalog catalog, Book book, String text, int cursor) {
        this.expressions = new ExpressionWords(catalog, book);
        this.book = book;
        this.cursor = cursor;
        int begin = text.lastIndexOf('\n', cursor - 1) + 1;
        this.before = text.substring(begin, cursor);
        this.lines = List.of(text.substring(0, begin).split("\n", -1));
    }

    /** @param cursor as a place between characters of the text */
    static Offer at(Catalog catalog, Book book, String file, String text, int cursor) {
        return new Completion(catalog, book, text, Math.max(0, Math.min(cursor, text.length()))).offer(file);
    }

    private Offer offer(String file) {
        Matcher line = LINE.matcher(before);
        String key = line.matches() && line.group(3) != null && before.contains(":") ? line.group(3) : "";
        String above = above();
        String name = key.isEmpty() ? above : key;
        if (EXPRESSIONS.contains(name) || above.equals("shows")) {
            return expression();
        }
        if (name.equals("deviation") && PLACE.matcher(before).find()) {
            return from(
                    path(), expressions.after(within().isEmpty() ? "record" : "record." + within(), source(), with()));
        }
        if (name.equals("proof")) {
            return from(path(), expressions.members(source()));
        }
        if (name.equals("source") || above.equals("with") && !key.isEmpty()) {
            return words(expressions.readings().stream().map(Completion::word).toList());
        }
        return words(named(file, key, above));
    }

    private List<Word> named(String file, String key, String above) {
        if (key.equals("assertion") || key.equals("tested_by")) {
            return book.assertions().stream()
                    .map(test -> new Word(test.id(), test.says()))
                    .toList();
        }
        boolean documents = key.equals("document") || key.equals("id") && file.endsWith("organization/documents.yaml");
        if (documents) {
            return book.documents().stream()
                    .map(document -> new Word(document.id(), document.says()))
                    .toList();
        }
        if (key.equals("citation") || key.isEmpty() && (above.equals("serves") || above.equals("owners"))) {
            List<Word> units = new ArrayList<>();
            for (Control unit : book.framework().controls()) {
                units.add(new Word(unit.citation(), unit.title()));
            }
            return units;
        }
        if (key.isEmpty() && above.isEmpty() && file.endsWith("organization/parameters.yaml")) {
            return expressions.after("parameters", "", Map.of()).stream()
                    .map(Completion::word)
                    .toList();
        }
        return List.of();
    }

    private static Word word(ExpressionWords.Word word) {
        return new Word(word.text(), word.kind());
    }

    private Offer expression() {
        String path = path();
        Matcher bound = Pattern.compile("([A-Za-z_][A-Za-z0-9_.]*)\\.(?:exists|all|filter|map|exists_one)\\(\\s*"
                        + Pattern.quote(path.isEmpty() ? "\0" : path.split("\\.")[0]) + "\\s*,")
                .matcher(String.join("\n", lines) + before);
        String meant = path;
        while (bound.find()) {
            // A variable of exists, all and the like stands for one of a list.
            meant = bound.group(1) + path.substring(path.split("\\.")[0].length());
        }
        return from(path, expressions.after(meant, source(), with()));
    }

    /** The names with dots before the one that is being typed. */
    private String path() {
        Matcher name = NAME.matcher(before);
        return name.find() && name.group(1) != null ? name.group(1) : "";
    }

    /** The same within a place of a sentence. */
    private String within() {
        return path();
    }

    private Offer from(String path, List<ExpressionWords.Word> words) {
        Matcher name = NAME.matcher(before);
        String typed = name.find() && name.group(2) != null ? name.group(2) : "";
        return offer(typed, words.stream().map(Completion::word).toList());
    }

    /** What is no expression is typed without white space. */
    private Offer words(List<Word> all) {
        Matcher typed = Pattern.compile("[^\\s:'\"\\[,]*$").matcher(before);
        return offer(typed.find() ? typed.group() : "", all);
    }

    private Offer offer(String typed, List<Word> all) {
        String small = typed.toLowerCase(Locale.ROOT);
        List<Word> begin = new ArrayList<>();
        List<Word> contain = new ArrayList<>();
        for (Word word : all) {
            String text = word.text().toLowerCase(Locale.ROOT);
            if (text.startsWith(small)) {
                begin.add(word);
            } else if (small.length() > 1 && (text + " " + word.kind().toLowerCase(Locale.ROOT)).contains(small)) {
                contain.add(word);
            }
        }
        begin.addAll(contain);
        return new Offer(
                cursor - typed.length(),
                begin.subList(0, Math.min(MOST, begin.size())),
                Math.max(0, begin.size() - MOST));
    }

    /** The key below which the line stands, "" at the top. */
    private String above() {
        int indent = before.length() - before.stripLeading().length();
        for (int i = lines.size() - 1; i >= 0; i--) {
            String line = lines.get(i);
            Matcher found = LINE.matcher(line);
            if (!line.isBlank() && found.matches() && found.group(3) != null) {
                int at = found.group(1).length()
                        + (found.group(2) == null ? 0 : found.group(2).length());
                if (at < indent) {
                    return found.group(3);
                }
            }
        }
        return "";
    }

    /** The lines of the entry in which somebody types: from the last one that begins one. */
    private List<String> entry() {
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i).startsWith("- ")) {
                return lines.subList(i, lines.size());
            }
        }
        return lines;
    }

    private String source() {
        return entry().stream()
                .map(LINE::matcher)
                .filter(line -> line.matches() && "source".equals(line.group(3)))
                .map(line -> String.valueOf(line.group(4)).strip())
                .findFirst()
                .orElse("");
    }

    private Map<String, String> with() {
        Map<String, String> with = new LinkedHashMap<>();
        int within = -1;
        for (String text : entry()) {
            Matcher line = LINE.matcher(text);
            if (!line.matches() || line.group(3) == null) {
                continue;
            }
            int at = line.group(1).length()
                    + (line.group(2) == null ? 0 : line.group(2).length());
            if (line.group(3).equals("with") && line.group(4) == null) {
                within = at;
            } else if (line.group(3).equals("with")) {
                // All of them in one line, in braces.
                Matcher one = Pattern.compile("([A-Za-z_]\\w*): *([^,{}]+)").matcher(line.group(4));
                while (one.find()) {
                    with.put(one.group(1), one.group(2).strip());
                }
            } else if (within >= 0 && at > within && line.group(4) != null) {
                with.put(line.group(3), line.group(4).strip());
            } else {
                within = -1;
            }
        }
        return with;
    }
}
