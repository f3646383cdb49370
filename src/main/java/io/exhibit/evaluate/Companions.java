package io.exhibit.evaluate;

import java.util.List;
import java.util.Map;

final class Companions {
    record Answered(List<Map<String, Object>> records, String unknown) {}
}
