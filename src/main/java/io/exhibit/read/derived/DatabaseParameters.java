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

/** Parameters of the groups that databases use: one record for each group and parameter, of instances and of clusters. */
final class DatabaseParameters implements Derivation {

    private static final String CLUSTERS = "rds:DescribeDBClusterParameters";

    @Override
    public List<Member> members() {
        return List.of(Made.text("key"), Made.text("group"), Made.flag("cluster"));
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
                return List.of(new Want("rds:DescribeDBParameters", "Parameters"), new Want(CLUSTERS, "Parameters"));
            }

            @Override
            public void take(Piece parameter) {
                boolean cluster = parameter.call().operation().equals(CLUSTERS);
                String group = parameter.call().subject();
                Map<String, Object> members =
                        new LinkedHashMap<>(parameter.item().members());
                members.put(
                        "key",
                        String.join(
                                " ",
                                cluster ? "cluster" : "instance",
                                group,
                                parameter.item().text("ParameterName")));
                members.put("group", group);
                members.put("cluster", cluster);
                site.out().put(members, parameter.gaps(), parameter.provenance());
            }
        };
    }
}
