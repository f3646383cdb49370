package io.exhibit.run.mask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

final class MaskedYamlTest {

    /** Unquoted addresses are YAML; their pseudonyms alone would be lists. */
    @Test
    void whatWasATextIsStillOne() {
        String copy = """
                contact: [mail 3fa2c1] or the officer's desk  # of the month
                owners:
                  164.312(d): [mail 3fa2c1]
                entries:
                - user: [access-key aa01b2]
                  from: [ip 0d2c44], at night
                - [mail 77aa01]
                quoted: '[mail 3fa2c1]'
                list: [one, two]
                block: >-
                  [mail 3fa2c1] asked for it
                """;

        Object read = new Load(LoadSettings.builder().build()).loadFromString(MaskedYaml.quoted(copy));

        assertThat(read.toString())
                .isEqualTo("{contact=[mail 3fa2c1] or the officer's desk, owners={164.312(d)=[mail 3fa2c1]},"
                        + " entries=[{user=[access-key aa01b2], from=[ip 0d2c44], at night}, [mail 77aa01]],"
                        + " quoted=[mail 3fa2c1], list=[one, two], block=[mail 3fa2c1] asked for it}");
        assertThat(List.of(((Map<?, ?>) read).get("contact"), ((Map<?, ?>) read).get("quoted")))
                .allMatch(value -> value instanceof String);
    }
}
