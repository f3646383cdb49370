package io.exhibit.console.page;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is asked of a list: which of it, and which page.
 *
 * @param show one of the choices
 * @param search in lower case, "" for everything
 * @param page from 1
 * @param also what else is asked for, as the end of an address
 */
public record Listing(String path, String show, String search, int page, String also) {

    /** Rows of a page. */
    public static final int ROWS = 50;

    private static final int LONGEST_SEARCH = 200;

    /**
     * @param choices what can be shown; the first one is what is shown when nothing is said
     * @throws Refusal for an address that no page of ours leads to
     */
    public static Listing of(Context context, List<String> choices) {
        String show = context.queryParam("show");
        String search = context.queryParam("search");
        String page = context.queryParam("page");
        if (show != null && !show.isEmpty() && !choices.contains(show)) {
            throw new Refusal(
                    400, "There is nothing to show under that word; there are: " + String.join(", ", choices) + ".");
        }
        if (search != null && search.length() > LONGEST_SEARCH) {
            throw new Refusal(400, "A search has at most " + LONGEST_SEARCH + " characters.");
        }
        if (page != null && !page.matches("[1-9][0-9]{0,6}")) {
            throw new Refusal(400, "Pages are counted from 1.");
        }
        return new Listing(
                context.path(),
                show == null || show.isEmpty() ? choices.get(0) : show,
                search == null ? "" : search.strip().toLowerCase(Locale.ROOT),
                page == null ? 1 : Integer.parseInt(page),
                "");
    }

    /** The same with more that its links ask for, as the end of an address. */
    public Listing asking(String more) {
        return new Listing(path, show, search, page, more);
    }

    /** The same, on the last page where it asks for one behind that: what matches may have become less since somebody kept its address. */
    public Listing within(long matching) {
        long last = Math.max(1, (matching + ROWS - 1) / ROWS);
        return page <= last ? this : new Listing(path, show, search, Math.toIntExact(last), also);
    }

    /** The first row of the page, counted from 0. */
    public long from() {
        return (page - 1L) * ROWS;
    }

    /** Whether one of the texts has what is searched, in whatever case. */
    public boolean finds(String... texts) {
        if (search.isEmpty()) {
            return true;
        }
        for (String text : texts) {
            if (text.toLowerCase(Locale.ROOT).contains(search)) {
                return true;
            }
        }
        return false;
    }

    /** The words around a list: what is searched, which page of how many, and where the others are. */
    public Map<String, Object> model(long matching, long all, int shown, List<String> choices) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("path", path);
        model.put("table", path + "/csv" + query());
        model.put("show", show);
        model.put("choices", choices);
        model.put("search", search);
        model.put("matching", Say.count(matching));
        model.put("all", Say.count(all));
        model.put("first", shown == 0 ? "0" : Say.count(from() + 1));
        model.put("last", Say.count(from() + shown));
        model.put("previous", page > 1 ? address(page - 1) : "");
        model.put("next", from() + shown < matching ? address(page + 1) : "");
        return model;
    }

    private String address(int other) {
        return path + query() + "&page=" + other;
    }

    private String query() {
        return "?show=" + URLEncoder.encode(show, StandardCharsets.UTF_8) + "&search="
                + URLEncoder.encode(search, StandardCharsets.UTF_8) + also;
    }
}
