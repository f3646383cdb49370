package io.exhibit.read.derived;

import io.exhibit.evidence.RecordType.Member;
import io.exhibit.read.records.Derivation;
import io.exhibit.read.records.Item;
import io.exhibit.read.records.Made;
import io.exhibit.read.records.Maker;
import io.exhibit.read.records.Piece;
import io.exhibit.read.records.Site;
import io.exhibit.read.records.Want;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** SAML and OpenID Connect providers as one population. IAM does not say when an OpenID Connect provider was made. */
final class IdentityProviders implements Derivation {

    private static final String SAML = "SAMLProviderList";

    @Override
    public List<Member> members() {
        return List.of(Made.text("arn"), Made.text("kind"), Made.text("name"), Made.time("created"));
    }

    @Override
    public Maker maker(Site site) {
        return new Maker() {
            @Override
            public List<Want> wants() {
                return List.of(
                        new Want("iam:ListSAMLProviders", SAML),
                        new Want("iam:ListOpenIDConnectProviders", "OpenIDConnectProviderList"));
            }

            @Override
            public void take(Piece piece) {
                site.out().put(provider(piece.item(), piece.carrier().equals(SAML)), piece.gaps(), piece.provenance());
            }
        };
    }

    private static Map<String, Object> provider(Item provider, boolean saml) {
        Map<String, Object> members = new LinkedHashMap<>();
        String arn = provider.text("Arn");
        if (!arn.isEmpty()) {
            members.put("arn", arn);
            members.put("name", arn.substring(arn.indexOf('/') + 1));
        }
        members.put("kind", saml ? "saml" : "oidc");
        if (provider.members().containsKey("CreateDate")) {
            members.put("created", provider.members().get("CreateDate"));
        }
        return members;
    }
}
