package fr.pli.exchange.receipt;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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

    /** @param reserved paths that are taken before all others */
    static List<ZipMember> distinct(List<ZipMember> members, Collection<String> reserved) {
        Set<String> taken = new HashSet<>();
        reserved.forEach(path -> {
            taken.add(folded(path));
            taken.addAll(folders(path));
        });
        List<ZipMember> safe = members.stream()
                .map(member -> member.named(safe(member.path())))
                .toList();
        safe.forEach(member -> taken.addAll(folders(member.path())));
        List<ZipMember> named = new ArrayList<>();
        var next = new HashMap<String, Integer>();
        for (ZipMember member : safe) {
            String path = member.path();
            String asked = folded(path);
            while (!taken.add(folded(path))) {
                int number = next.merge(asked, 2, (known, first) -> known + 1);
                path = numbered(member.path(), number);
            }
            named.add(member.named(path));
        }
        return List.copyOf(named);
    }

    static String safe(String path) {
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
