package io.exhibit.sandbox.objects;

import io.exhibit.sandbox.wire.Answer;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.Signed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One request of a bucket or an object. Where AWS's pages are silent, the refusal is the stricter one. */
final class Requests {

    private static final String NAMESPACE = " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";
    private static final String LOCKED = "Access Denied because object protected by object lock.";
    private static final Pattern RETENTION =
            Pattern.compile("(?s).*<Mode>(\\w+)</Mode>.*<RetainUntilDate>([^<]+)</RetainUntilDate>.*");
    private static final int PAGE = 1000;

    private final Stored bucket;
    private final Instant now;
    private final Signed request;

    Requests(Stored bucket, Instant now, Signed request) {
        this.bucket = bucket;
        this.now = now;
        this.request = request;
    }

    Answer put(String key) {
        Optional<Version> current = bucket.current(key);
        // "Conditional requests", S3 User Guide: a delete marker counts as no object.
        if (request.header("if-none-match").equals("*") && current.isPresent()) {
            throw failed();
        }
        String match = request.header("if-match");
        if (!match.isEmpty()) {
            if (current.isEmpty()) {
                throw noSuchKey();
            }
            if (!current.get().etag().equals(match)) {
                throw failed();
            }
        }
        String sent = request.header("x-amz-checksum-sha256");
        String found = Base64.getEncoder().encodeToString(digest("SHA-256", request.body()));
        if (!sent.isEmpty() && !sent.equals(found)) {
            throw new AwsError(400, "BadDigest", "The SHA256 you specified did not match the calculated checksum.");
        }
        String mode = request.header("x-amz-object-lock-mode");
        String until = request.header("x-amz-object-lock-retain-until-date");
        Map<String, String> metadata = new TreeMap<>();
        request.headers().forEach((name, value) -> {
            if (name.startsWith("x-amz-meta-")) {
                metadata.put(name, value);
            }
        });
        Version version = new Version(
                bucket.nextId(),
                request.body(),
                "\"" + HexFormat.of().formatHex(digest("MD5", request.body())) + "\"",
                sent,
                metadata,
                now,
                false,
                mode,
                mode.isEmpty() && until.isEmpty() ? null : lockUntil(mode, until, !sent.isEmpty()));
        bucket.add(key, version);
        Map<String, String> headers = head(version);
        headers.put("x-amz-checksum-sha256", sent);
        return new Answer(200, headers, new byte[0]);
    }

    /** "Object Lock considerations": a locked bucket, both headers, a checksum, a date to come. */
    private Instant lockUntil(String mode, String until, boolean checked) {
        if (!bucket.lockable) {
            throw new AwsError(400, "InvalidRequest", "Bucket is missing Object Lock Configuration");
        }
        if (mode.isEmpty() || until.isEmpty()) {
            throw new AwsError(
                    400,
                    "InvalidArgument",
                    "x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied");
        }
        if (!checked && request.header("content-md5").isEmpty()) {
            throw new AwsError(
                    400,
                    "InvalidRequest",
                    "Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests with Object Lock"
                            + " parameters");
        }
        return future(mode, until);
    }

    private Instant future(String mode, String until) {
        Instant end;
        try {
            end = Instant.parse(until);
        } catch (DateTimeException e) {
            throw new AwsError(400, "InvalidArgument", "The retain until date must be provided in ISO 8601 format");
        }
        if (!mode.equals("COMPLIANCE") && !mode.equals("GOVERNANCE")) {
            throw new AwsError(400, "InvalidArgument", "Unknown wormMode directive.");
        }
        if (!end.isAfter(now)) {
            throw new AwsError(400, "InvalidArgument", "The retain until date must be in the future!");
        }
        return end;
    }

    Answer get(String key, boolean whole) {
        Version version = found(key);
        Map<String, String> headers = head(version);
        headers.putAll(version.metadata());
        headers.put("Content-Type", "application/octet-stream");
        if (request.header("x-amz-checksum-mode").equalsIgnoreCase("ENABLED")) {
            headers.put("x-amz-checksum-sha256", version.sha256());
        }
        if (version.until() != null) {
            headers.put("x-amz-object-lock-mode", version.mode());
            headers.put("x-amz-object-lock-retain-until-date", version.until().toString());
        }
        if (!whole) {
            headers.put("Content-Length", Integer.toString(version.content().length));
        }
        return new Answer(200, headers, whole ? version.content() : new byte[0]);
    }

    Answer delete(String key) {
        String id = request.ask().parameters().getOrDefault("versionId", "");
        Map<String, String> headers = new TreeMap<>();
        if (!id.isEmpty()) {
            Optional<Version> version = bucket.version(key, id);
            if (version.isPresent()
                    && version.get().isLocked(now)
                    && !(version.get().mode().equals("GOVERNANCE") && bypasses())) {
                throw new AwsError(403, "AccessDenied", LOCKED);
            }
            bucket.remove(key, id);
            headers.put("x-amz-version-id", id);
        } else if (bucket.versioned) {
            // "Deleting object versions": a simple delete adds a marker, which no lock forbids.
            Version marker = new Version(bucket.nextId(), new byte[0], "", "", Map.of(), now, true, "", null);
            bucket.add(key, marker);
            headers.put("x-amz-delete-marker", "true");
            headers.put("x-amz-version-id", marker.id());
        } else {
            bucket.remove(key, "");
        }
        return new Answer(204, headers, new byte[0]);
    }

    Answer retain(String key) {
        Matcher asked = RETENTION.matcher(new String(request.body(), StandardCharsets.UTF_8));
        if (!asked.matches()) {
            throw new AwsError(400, "MalformedXML", "The XML you provided was not well-formed");
        }
        if (!bucket.lockable) {
            throw new AwsError(400, "InvalidRequest", "Bucket is missing Object Lock Configuration");
        }
        Version version = found(key);
        Instant until = future(asked.group(1), asked.group(2));
        boolean weaker = version.isLocked(now)
                && (until.isBefore(version.until()) || !asked.group(1).equals(version.mode()));
        if (weaker && (version.mode().equals("COMPLIANCE") || !bypasses())) {
            throw new AwsError(403, "AccessDenied", LOCKED);
        }
        bucket.replace(key, version.locked(asked.group(1), until));
        return new Answer(200, new TreeMap<>(), new byte[0]);
    }

    Answer versioning() {
        return xml("<VersioningConfiguration" + NAMESPACE + ">" + (bucket.versioned ? "<Status>Enabled</Status>" : "")
                + "</VersioningConfiguration>");
    }

    Answer lock() {
        if (!bucket.lockable) {
            throw new AwsError(
                    404,
                    "ObjectLockConfigurationNotFoundError",
                    "Object Lock configuration does not exist for this bucket");
        }
        return xml("<ObjectLockConfiguration" + NAMESPACE
                + "><ObjectLockEnabled>Enabled</ObjectLockEnabled></ObjectLockConfiguration>");
    }

    Answer list(String name) {
        String prefix = request.ask().parameters().getOrDefault("prefix", "");
        String delimiter = request.ask().parameters().getOrDefault("delimiter", "");
        String after = request.ask().parameters().getOrDefault("continuation-token", "");
        List<String> found = new ArrayList<>();
        for (String key : bucket.objects.keySet()) {
            if (key.startsWith(prefix) && bucket.current(key).isPresent()) {
                int end = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
                found.add(end < 0 ? key : key.substring(0, end + delimiter.length()));
            }
        }
        List<String> all = new TreeSet<>(found)
                .stream().filter(each -> each.compareTo(after) > 0).toList();
        List<String> page = all.subList(0, Math.min(PAGE, all.size()));
        StringBuilder text = new StringBuilder("<ListBucketResult" + NAMESPACE + "><Name>" + name + "</Name>");
        boolean more = page.size() < all.size();
        text.append("<IsTruncated>").append(more).append("</IsTruncated>");
        if (more) {
            text.append("<NextContinuationToken>").append(page.get(PAGE - 1)).append("</NextContinuationToken>");
        }
        for (String each : page) {
            if (bucket.current(each).isPresent()) {
                Version version = bucket.current(each).get();
                text.append("<Contents><Key>").append(each).append("</Key><Size>");
                text.append(version.content().length).append("</Size></Contents>");
            } else {
                text.append("<CommonPrefixes><Prefix>").append(each).append("</Prefix></CommonPrefixes>");
            }
        }
        return xml(text.append("</ListBucketResult>").toString());
    }

    private Version found(String key) {
        String id = request.ask().parameters().getOrDefault("versionId", "");
        if (id.isEmpty()) {
            return bucket.current(key).orElseThrow(Requests::noSuchKey);
        }
        Version version = bucket.version(key, id)
                .orElseThrow(() -> new AwsError(404, "NoSuchVersion", "The specified version does not exist."));
        if (version.marker()) {
            throw new AwsError(405, "MethodNotAllowed", "The specified method is not allowed against this resource.");
        }
        return version;
    }

    private boolean bypasses() {
        return request.header("x-amz-bypass-governance-retention").equals("true");
    }

    private static Map<String, String> head(Version version) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("ETag", version.etag());
        if (!version.id().isEmpty()) {
            headers.put("x-amz-version-id", version.id());
        }
        return headers;
    }

    private static AwsError noSuchKey() {
        return new AwsError(404, "NoSuchKey", "The specified key does not exist.");
    }

    private static AwsError failed() {
        return new AwsError(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold");
    }

    private static Answer xml(String text) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("Content-Type", "application/xml");
        return new Answer(
                200, headers, ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] digest(String algorithm, byte[] content) {
        try {
            return MessageDigest.getInstance(algorithm).digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
