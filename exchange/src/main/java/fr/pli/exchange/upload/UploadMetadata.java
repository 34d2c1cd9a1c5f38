package fr.pli.exchange.upload;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code Upload-Metadata} (tus 1.0.0): pairs of a key and a Base64 value. Known keys: {@code filename},
 * {@code relativePath} (with the folders it was dropped with), {@code container} (id of the draft), {@code sha256} (the
 * whole file's fingerprint, if the client knows it already).
 */
public record UploadMetadata(String header, Map<String, String> values) {

    private static final int LONGEST = 8192;

    public static UploadMetadata parse(@Nullable String header) {
        String text = header == null ? "" : header;
        if (text.length() > LONGEST) {
            throw UploadRefusal.METADATA_MALFORMED.with();
        }
        Map<String, String> values = new HashMap<>();
        for (String pair : text.split(",", -1)) {
            String[] parts = pair.strip().split(" ", 2);
            if (parts[0].isEmpty()) {
                continue;
            }
            values.put(parts[0], parts.length == 1 ? "" : decode(parts[1].strip()));
        }
        return new UploadMetadata(text, Map.copyOf(values));
    }

    private static String decode(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw UploadRefusal.METADATA_MALFORMED.with();
        }
    }

    /** The name under which the file is shown, with its folders, cleaned: text only, never a path of the file system. */
    public String path() {
        String relative = values.getOrDefault("relativePath", "");
        boolean named = !relative.isBlank() && !relative.equals("null");
        return ShownPath.clean(named ? relative : values.getOrDefault("filename", ""));
    }

    public UUID container() {
        return Identifier.parse(values.get("container")).orElseThrow(UploadRefusal.CONTAINER_MISSING::with);
    }

    public Optional<String> fingerprint() {
        return Optional.ofNullable(values.get("sha256")).filter(given -> !given.isBlank());
    }
}
