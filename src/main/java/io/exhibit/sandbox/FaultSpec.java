package io.exhibit.sandbox;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which calls fail, and how: {@code service[.Operation][@account][/region]=kind[#page]}.
 *
 * @param service the name in the credential scope, such as {@code access-analyzer}
 * @param operation "" for every operation of the service
 * @param account "" for every account
 * @param region "" for every region; {@code global} for IAM, Organizations and Artifact
 * @param fromPage 1 for every call; 2 for the second page and later (of an operation without pages: the second call)
 */
public record FaultSpec(String service, String operation, String account, String region, FaultKind kind, int fromPage) {
    private static final Pattern SPEC = Pattern.compile(
            "([a-z0-9-]+)(?:\\.([A-Za-z0-9]+))?(?:@(\\d{12}))?(?:/([a-z0-9-]+))?=([a-z0-9-]+)(?:#([1-9]\\d{0,5}))?");

    /** Throws IllegalArgumentException that says what is wrong and what is right. */
    public static FaultSpec parse(String spec) {
        Matcher parts = SPEC.matcher(spec);
        if (!parts.matches()) {
            throw new IllegalArgumentException("fault \"" + spec
                    + "\" is not of the form service[.Operation][@account][/region]=kind[#page],"
                    + " for example guardduty.ListFindings@111122223333/eu-west-1=denied");
        }
        FaultKind kind = FaultKind.named(parts.group(5))
                .orElseThrow(() -> new IllegalArgumentException("fault \"" + spec + "\": no kind is called \""
                        + parts.group(5) + "\"; the kinds are " + kinds()));
        return new FaultSpec(
                parts.group(1),
                orEmpty(parts.group(2)),
                orEmpty(parts.group(3)),
                orEmpty(parts.group(4)),
                kind,
                parts.group(6) == null ? 1 : Integer.parseInt(parts.group(6)));
    }

    @Override
    public String toString() {
        return service
                + (operation.isEmpty() ? "" : "." + operation)
                + (account.isEmpty() ? "" : "@" + account)
                + (region.isEmpty() ? "" : "/" + region)
                + "=" + kind.word()
                + (fromPage == 1 ? "" : "#" + fromPage);
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static String kinds() {
        return Arrays.stream(FaultKind.values()).map(FaultKind::word).collect(Collectors.joining(", "));
    }
}
