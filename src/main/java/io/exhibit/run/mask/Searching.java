package io.exhibit.run.mask;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The auditor's: every text is searched for access key ids, mail addresses and IP addresses. These have a form of their own and stand
 * in names, sentences and documents alike, so there is no other way than to search.
 */
record Searching(Masks masks) implements Masker {

    private static final Pattern MAIL = Pattern.compile(
            "[\\p{L}\\p{N}._%+'=-]{1,64}(?:@|%40)[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,62}\\.)+[\\p{L}\\p{N}-]{2,63}");
    private static final String PART = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern V4 =
            Pattern.compile("(?<![0-9.])" + PART + "\\." + PART + "\\." + PART + "\\." + PART + "(?![0-9]|\\.[0-9])");
    /** Private DNS names of EC2: {@code ip-10-0-3-7}. */
    private static final Pattern NAMED =
            Pattern.compile("(?<![A-Za-z0-9])(?:ip|ec2)-[0-9]{1,3}-[0-9]{1,3}-[0-9]{1,3}-[0-9]{1,3}(?![0-9])");

    private static final Pattern V6 =
            Pattern.compile("(?<![0-9A-Za-z:])[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}(?![0-9A-Za-z:])");

    @Override
    public String value(Kind kind, String text) {
        return search(text);
    }

    @Override
    public String key(Kind kind, String text) {
        return search(text);
    }

    @Override
    public String sentence(String text, List<String> patterns) {
        return search(text);
    }

    String search(String text) {
        String out = text;
        out = replaced(Kind.KEY_ID, out, found -> masks.pseudonym(Kind.ACCESS_KEY, found));
        out = text.indexOf('@') >= 0 || text.contains("%40")
                ? replaced(MAIL, out, found -> masks.pseudonym(Kind.MAIL, found))
                : out;
        if (text.indexOf('.') >= 0) {
            out = replaced(V4, out, found -> isEverywhere(found) ? found : masks.pseudonym(Kind.IP, found));
        }
        if (text.indexOf('-') >= 0) {
            out = replaced(NAMED, out, found -> masks.pseudonym(Kind.IP, found));
        }
        return text.indexOf(':') >= 0
                ? replaced(V6, out, found -> isV6(found) ? masks.pseudonym(Kind.IP, found) : found)
                : out;
    }

    /** 0.0.0.0, as in 0.0.0.0/0, is nobody's. */
    private static boolean isEverywhere(String address) {
        return address.equals("0.0.0.0");
    }

    /** RFC 4291, section 2.2; a time of day, and "::" as in "::/0", are none. */
    private static boolean isV6(String text) {
        int first = text.indexOf("::");
        boolean shortened = first >= 0 && text.indexOf("::", first + 1) < 0;
        int groups = (int) Pattern.compile(":")
                .splitAsStream(text)
                .filter(g -> !g.isEmpty())
                .count();
        return shortened ? groups > 0 && groups < 8 : groups == 8 && first < 0;
    }

    private static String replaced(Pattern pattern, String text, UnaryOperator<String> by) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        do {
            matcher.appendReplacement(out, Matcher.quoteReplacement(by.apply(matcher.group())));
        } while (matcher.find());
        return matcher.appendTail(out).toString();
    }
}
