package io.exhibit.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.console.door.Role;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Units by how they stand, who is responsible and who owns them, at an address that can be sent to somebody. */
final class UnitFilterTest {

    private static final Pattern COUNTED = Pattern.compile("role=\"status\">([0-9]+) of ([0-9]+) units");

    @TempDir
    static Path folder;

    private static Room room;
    private static Room.Visit visit;

    @BeforeAll
    static void open() throws IOException {
        room = new Room(folder);
        visit = room.enter(Role.VIEWER);
    }

    @AfterAll
    static void close() throws IOException {
        room.close();
    }

    private static String main(String query) throws IOException {
        String page = room.get(visit, Room.HOME + "/units" + query).body();
        return page.substring(page.indexOf("<main"));
    }

    @Test
    void aMonthThatIsOverDoesNotGoOn() throws IOException {
        assertThat(main("")).contains("Conclusion").doesNotContain("so far");
    }

    private static Map<String, String> options(String page, String field) {
        Map<String, String> options = new LinkedHashMap<>();
        Matcher select = Pattern.compile("<select name=\"" + field + "\">(.*?)</select>", Pattern.DOTALL)
                .matcher(page);
        assertThat(select.find()).as(field).isTrue();
        Matcher option =
                Pattern.compile("<option value=\"([^\"]+)\"[^>]*>([^<]*)").matcher(select.group(1));
        while (option.find()) {
            options.put(option.group(1).replace("&#39;", "'").replace("&amp;", "&"), option.group(2));
        }
        return options;
    }

    private static int counted(String page, int group) {
        Matcher counted = COUNTED.matcher(page);
        assertThat(counted.find()).isTrue();
        return Integer.parseInt(counted.group(group));
    }

    private static long rows(String page) {
        return Pattern.compile("<tr><td><a href=\"" + Room.HOME + "/units/")
                .matcher(page)
                .results()
                .count();
    }

    /** Each unit stands under one choice of each field: together they are all. */
    @Test
    void eachFieldDividesTheUnits() throws IOException {
        String all = main("");
        for (String field : new String[] {"state", "responsibility", "owner"}) {
            Map<String, String> options = options(all, field);
            assertThat(options).as(field).hasSizeGreaterThan(field.equals("state") ? 1 : 0);
            int sum = 0;
            for (String value : options.keySet()) {
                room.pass(java.time.Duration.ofSeconds(5));
                String page = main("?" + field + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
                assertThat(rows(page)).as(value).isEqualTo(counted(page, 1)).isPositive();
                sum += counted(page, 1);
            }
            assertThat(sum).as(field).isEqualTo(counted(all, 2)).isEqualTo(counted(all, 1));
        }
    }

    @Test
    void whatIsChosenStaysChosenAndNarrowsTogether() throws IOException {
        String page = main("?state=deviations&owner=nobody+on+file");
        assertThat(page)
                .contains("<option value=\"deviations\" selected>", "<option value=\"nobody on file\" selected>")
                .contains("id=\"deviations\"")
                .doesNotContain("id=\"no-deviation\"", "id=\"not-applicable\"");
        assertThat(room.get(visit, Room.HOME + "/units?state=red").status()).isEqualTo(400);
    }
}
