package io.exhibit.read.derived;

import io.exhibit.evidence.RecordType.Member;
import io.exhibit.read.records.Derivation;
import io.exhibit.read.records.Made;
import io.exhibit.read.records.Maker;
import io.exhibit.read.records.Piece;
import io.exhibit.read.records.Site;
import io.exhibit.read.records.Want;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Of all parameters of Redshift's groups in use those that make a client encrypt its connection, by group and name. */
final class WarehouseParameters implements Derivation {

    private static final Set<String> TLS = Set.of("require_ssl", "use_fips_ssl");

    @Override
    public List<Member> members() {
        return List.of(Made.text("key"), Made.text("group"));
    }

    @Override
    public boolean keepsItem() {
        return true;
    }

    @Override
    public Maker maker(Site site) {
        return new Maker() {
            @Override
            public List<Want> wants() {
                return List.of(site.carried());
            }

            @Override
            public void take(Piece parameter) {
                String name = parameter.item().text("ParameterName");
                if (TLS.contains(name)) {
                    String group = parameter.call().subject();
                    Map<String, Object> members =
                            new LinkedHashMap<>(parameter.item().members());
                    members.put("key", group + " " + name);
                    members.put("group", group);
                    site.out().put(members, parameter.gaps(), parameter.provenance());
                }
            }
        };
    }
}
