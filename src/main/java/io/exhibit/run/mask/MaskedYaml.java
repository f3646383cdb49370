package io.exhibit.run.mask;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A masked YAML file is still one: a text that begins with a pseudonym would be read as a list, for a pseudonym begins with a bracket. */
final class MaskedYaml {

    private static final Pattern BARE = Pattern.compile("(?m)^( *(?:(?:- +)?[\\w.()*-]+: +|- +))(\\[(?:"
            + Kind.MAIL.word() + "|" + Kind.IP.word() + "|" + Kind.ACCESS_KEY.word()
            + ") [0-9a-f]+\\](?:(?! #).)*?)( *(?: #.*)?)$");

    private MaskedYaml() {}

    /** The same text with quotes around such a value; what stands in quotes or below a block mark already stays as it is. */
    static String quoted(String copy) {
        return BARE.matcher(copy)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) + "'" + found.group(2).replace("'", "''") + "'" + found.group(3)));
    }
}
