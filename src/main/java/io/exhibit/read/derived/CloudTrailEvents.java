package io.exhibit.read.derived;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.RecordType.Member;
import io.exhibit.read.records.Derivation;
import io.exhibit.read.records.Item;
import io.exhibit.read.records.Made;
import io.exhibit.read.records.Maker;
import io.exhibit.read.records.Piece;
import io.exhibit.read.records.Site;
import io.exhibit.read.records.Want;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Events of the event history with what their record says beyond the summary: who, from where, with what outcome, with MFA
 * or not (CloudTrail user guide, "Record contents" and "Console sign-in events"). An event that several lookups found is one
 * record; what a record does not say is absent; one that cannot be read is a gap of that event.
 */
final class CloudTrailEvents implements Derivation {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @Override
    public List<Member> members() {
        return List.of(
                Made.text("identity_type"),
                Made.text("identity_arn"),
                Made.text("invoked_by"),
                Made.text("source_address"),
                Made.text("error_code"),
                Made.text("outcome"),
                Made.flag("mfa"));
    }

    @Override
    public boolean keepsItem() {
        return true;
    }

    @Override
    public Maker maker(Site site) {
        Set<String> seen = new HashSet<>();
        return new Maker() {
            @Override
            public List<Want> wants() {
                return List.of(site.carried());
            }

            @Override
            public void take(Piece event) {
                String id = event.item().text("EventId");
                if (id.isEmpty() || seen.add(id)) {
                    put(site, event);
                }
            }
        };
    }

    private static void put(Site site, Piece event) {
        Map<String, Object> members = new LinkedHashMap<>(event.item().members());
        List<Gap> gaps = new ArrayList<>(event.gaps());
        JsonNode record = record(event.item());
        if (record.isObject()) {
            say(members, record);
        } else {
            String requestId = event.provenance().requestId();
            gaps.add(new Gap(event.call(), Cause.MALFORMED, "", "CloudTrailEvent is no JSON object", requestId));
        }
        site.out().put(members, gaps, event.provenance());
    }

    private static JsonNode record(Item event) {
        try {
            return JSON.readTree(event.text("CloudTrailEvent"));
        } catch (JsonProcessingException unreadable) {
            return JSON.missingNode();
        }
    }

    private static void say(Map<String, Object> members, JsonNode record) {
        JsonNode identity = record.path("userIdentity");
        say(members, "identity_type", identity.path("type"));
        say(members, "identity_arn", identity.path("arn"));
        say(members, "invoked_by", identity.path("invokedBy"));
        say(members, "source_address", record.path("sourceIPAddress"));
        say(members, "error_code", record.path("errorCode"));
        say(members, "outcome", record.path("responseElements").path("ConsoleLogin"));
        String mfa = record.path("additionalEventData").path("MFAUsed").asText();
        if (mfa.equals("Yes") || mfa.equals("No")) {
            members.put("mfa", mfa.equals("Yes"));
        }
    }

    private static void say(Map<String, Object> members, String name, JsonNode value) {
        if (value.isTextual()) {
            members.put(name, value.textValue());
        }
    }
}
