package fr.pli.expertise.folder;

import fr.pli.expertise.rights.FolderKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds folders, whoever asks: what somebody may know of them is {@link Access}. */
public interface Folders {

    Optional<Folder> find(UUID id);

    Map<UUID, Folder> findAll(Collection<UUID> ids);

    /** Parents before their subfolders. */
    List<Folder> of(UUID expertise);

    /** The one of its kind, and of its owner where each has a set. */
    UUID at(UUID expertise, FolderKind kind, @Nullable UUID owner);
}
