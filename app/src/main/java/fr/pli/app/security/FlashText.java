package fr.pli.app.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.AbstractFlashMapManager;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Messages from one page to the next, as JSON text in the session; strings only. Without a session they are dropped. */
final class FlashText extends AbstractFlashMapManager {

    private static final String ATTRIBUTE = "flash";
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof String text)) {
            return null;
        }
        List<Flash> flashes = JSON.readValue(text, new TypeReference<List<Flash>>() {});
        return new ArrayList<>(flashes.stream().map(Flash::map).toList());
    }

    @Override
    protected void updateFlashMaps(List<FlashMap> maps, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return;
        }
        if (maps.isEmpty()) {
            session.removeAttribute(ATTRIBUTE);
        } else {
            session.setAttribute(
                    ATTRIBUTE,
                    JSON.writeValueAsString(maps.stream().map(Flash::of).toList()));
        }
    }

    @Override
    protected @Nullable Object getFlashMapsMutex(HttpServletRequest request) {
        return null;
    }

    /** What one flash map says. */
    record Flash(@Nullable String path, Map<String, List<String>> parameters, Map<String, String> texts, long expires) {

        static Flash of(FlashMap map) {
            Map<String, String> texts = new LinkedHashMap<>();
            map.forEach((name, value) -> {
                if (!(value instanceof String text)) {
                    throw new IllegalArgumentException("a flash message is text, not " + name);
                }
                texts.put(name, text);
            });
            return new Flash(
                    map.getTargetRequestPath(),
                    Map.copyOf(map.getTargetRequestParams()),
                    texts,
                    map.getExpirationTime());
        }

        FlashMap map() {
            var map = new FlashMap();
            map.putAll(texts);
            map.setTargetRequestPath(path);
            map.addTargetRequestParams(new LinkedMultiValueMap<>(parameters));
            map.setExpirationTime(expires);
            return map;
        }
    }
}
