package fr.pli.exchange.attachment;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the sealed bytes and their keys live.
 *
 * @param store folder of the sealed files (U-12)
 * @param keystore PKCS#12 file of the day keys; its password lies beside it in {@code <keystore>.password}, readable by
 *     its owner only; both are made at the first start (U-13)
 * @param keyBackups folder of the key store's backups; keep it on another disk
 * @param keyBackupDays how long a backup of the key store lives; later dates of erasure are stated accordingly (U-13)
 * @param keysAhead for how many days to come day keys are made in advance
 * @param keyRotation age at which a key still in use is replaced: its files' data keys are wrapped anew, no file changes
 * @param reserve bytes of disk that uploads leave free; below it they are refused (507), downloads go on
 */
@Validated
@ConfigurationProperties("pli.attachment")
record AttachmentSettings(
        Path store,
        Path keystore,
        Path keyBackups,
        @DefaultValue("7") @Min(1) @Max(30) int keyBackupDays,
        @DefaultValue("35") @Min(2) @Max(400) int keysAhead,
        @DefaultValue("365d") Duration keyRotation,
        @DefaultValue("1000000000") @Min(0) long reserve) {}
