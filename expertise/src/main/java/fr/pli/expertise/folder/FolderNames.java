package fr.pli.expertise.folder;

import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What folders are called: those of the tree by their kind, subfolders as they were named. */
@Component("folderNames")
public class FolderNames {

    private static final String ARROW = " → ";

    private final MessageSource sentences;

    FolderNames(MessageSource sentences) {
        this.sentences = sentences;
    }

    public String of(Folder folder, Locale locale) {
        return folder.name() == null ? words("rights.folder." + folder.kind(), locale) : folder.name();
    }

    /**
     * What the names of files in the folder begin with by custom (E-11): « Expert-Notes aux parties », and
     * « Expert-Magistrat » where the folder says from whom to whom.
     */
    public String prefix(Folder folder, Locale locale) {
        String label = words("rights.folder." + folder.kind(), locale);
        String custom = label.contains(ARROW)
                ? label.replace(ARROW, "-")
                : words("rights.group." + folder.kind().group(), locale) + "-" + label;
        return folder.name() == null ? custom : custom + "-" + folder.name().replace('/', '-');
    }

    private String words(String key, Locale locale) {
        return Objects.requireNonNull(sentences.getMessage(key, null, locale));
    }

    /** « Expert-Magistrat - 003 difficulté d'accès.pdf ». @param path keeps its folders */
    static String named(String prefix, int number, String path) {
        int slash = path.lastIndexOf('/');
        String name = path.substring(slash + 1);
        String custom = "%s - %03d ".formatted(prefix, number);
        return path.substring(0, slash + 1) + (name.startsWith(prefix + " - ") ? name : custom + name);
    }
}
