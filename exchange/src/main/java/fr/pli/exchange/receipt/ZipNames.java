package fr.pli.exchange.receipt;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Names inside a zip: no two that a file system could take for one another, none that leaves the folder it is unpacked
 * in (U-9).
 */
final class ZipNames {

    private ZipNames() {}

    /** @param reserved a path that is taken before all others */
    static List<ZipMember> distinct(List<ZipMember> members, String reserved) {
        Set<String> taken = new HashSet<>();
        taken.add(folded(reserved));
        List<ZipMember> safe = members.stream()
                .map(member -> member.named(safe(member.path())))
                .toList();
        safe.forEach(member -> taken.addAll(folders(member.path())));
        List<ZipMember> named = new ArrayList<>();
        for (ZipMember member : safe) {
            String path = member.path();
            for (int number = 2; !taken.add(folded(path)); number++) {
                path = numbered(member.path(), number);
            }
            named.add(member.named(path));
        }
        return List.copyOf(named);
    }

    private static String safe(String path) {
        var parts = new ArrayList<String>();
        for (String part : path.split("[/\\\\]")) {
            String clean = part.replaceAll("\\p{Cntrl}", "_");
            if (!clean.isEmpty() && !clean.equals(".")) {
                parts.add(clean.equals("..") ? "__" : clean);
            }
        }
        return parts.isEmpty() ? "_" : String.join("/", parts);
    }

    /** « rapport.pdf » → « rapport (2).pdf ». */
    private static String numbered(String path, int number) {
        int name = path.lastIndexOf('/') + 1;
        int dot = path.lastIndexOf('.');
        int end = dot > name ? dot : path.length();
        return path.substring(0, end) + " (" + number + ")" + path.substring(end);
    }

    private static Set<String> folders(String path) {
        var folders = new HashSet<String>();
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            folders.add(folded(path.substring(0, slash)));
        }
        return folders;
    }

    private static String folded(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
