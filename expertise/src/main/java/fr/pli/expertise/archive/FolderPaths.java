package fr.pli.expertise.archive;

import fr.pli.expertise.folder.Folder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the folders of an expertise are called, on a page and as folders of a zip that any system can unpack. */
@Component
class FolderPaths {

    /** Enough for any name a person reads; with number and folders the whole path stays within what systems take. */
    private static final int LONGEST = 120;

    private final MessageSource messages;
    private final JdbcClient jdbc;

    FolderPaths(MessageSource messages, JdbcClient jdbc) {
        this.messages = messages;
        this.jdbc = jdbc;
    }

    Words of(UUID expertise, Locale language) {
        return new Words(owners(expertise), subfolders(expertise), messages, language);
    }

    /** « 007 rapport.pdf »: the number makes it unique in its folder. */
    static String file(int number, String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        String stem = name.substring(0, name.length() - ending.length());
        return "%03d %s".formatted(number, safe(stem) + safe(ending));
    }

    /** No character that a system refuses in names, no dot or space at the end. */
    static String safe(String name) {
        String clean = name.replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|]", "-").strip();
        String cut = clean.codePointCount(0, clean.length()) <= LONGEST
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, LONGEST));
        return cut.replaceAll("[. ]+$", "");
    }

    /** Names of parties and sapiteurs by the id of what they own. */
    private Map<UUID, String> owners(UUID expertise) {
        return names("""
                select id, name from party where expertise = :expertise
                union all
                select u.id, concat_ws(' ', nullif(p.first_name, ''), p.last_name)
                from participant u join person p on p.id = u.person
                where u.expertise = :expertise and u.role = 'SAPITEUR'
                """, expertise);
    }

    private Map<UUID, String> subfolders(UUID expertise) {
        return names("select id, name from folder where expertise = :expertise and parent is not null", expertise);
    }

    private Map<UUID, String> names(String sql, UUID expertise) {
        return jdbc
                .sql(sql)
                .param("expertise", expertise)
                .query((row, number) -> Map.entry(row.getObject("id", UUID.class), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** @param owners names by id of party or participation */
    record Words(Map<UUID, String> owners, Map<UUID, String> subfolders, MessageSource messages, Locale language) {

        /** « Pièces cotées — SCI Les Pins / Plans ». */
        String shown(Folder folder) {
            String own = folder.owner() == null ? "" : " — " + owners.getOrDefault(folder.owner(), "");
            return word("rights.folder." + folder.kind())
                    + own
                    + below(folder).map(name -> " / " + name).collect(Collectors.joining());
        }

        /** With a "/" at its end. */
        String path(Folder folder) {
            Stream<String> own =
                    folder.owner() == null ? Stream.empty() : Stream.of(owners.getOrDefault(folder.owner(), ""));
            Stream<String> kind = Stream.of(word("rights.folder." + folder.kind()));
            List<String> way = Stream.of(
                            Stream.of(word("rights.group." + folder.kind().group())), own, kind, below(folder))
                    .flatMap(part -> part)
                    .toList();
            return way.stream().map(part -> safe(part) + "/").collect(Collectors.joining());
        }

        private Stream<String> below(Folder folder) {
            return folder.way().stream().skip(1).map(id -> subfolders.getOrDefault(id, ""));
        }

        private String word(String code) {
            return Objects.requireNonNull(messages.getMessage(code, null, language));
        }
    }
}
