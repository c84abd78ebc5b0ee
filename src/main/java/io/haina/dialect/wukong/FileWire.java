package io.haina.dialect.wukong;

import io.haina.attachment.Attachment;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Files of records on the wire. */
sealed interface FileWire extends WukongWire {

    /**
     * A file that is meant, or whose files.
     *
     * @param batchId as the record shows it
     */
    record FileAsked(
            @Nullable String batchId,
            @Nullable Long fileId,
            @Nullable Long leadsId,
            @Nullable Long customerId,
            @Nullable Long contactsId,
            @Nullable Long businessId)
            implements FileWire {}

    /**
     * A file of a record.
     *
     * @param size in bytes
     * @param filePath where it is downloaded, by who may see the record
     */
    record FileShown(
            long fileId,
            String batchId,
            String name,
            String fileType,
            long size,
            String createUserName,
            String createTime,
            String filePath)
            implements FileWire {

        static FileShown of(UUID record, Attachment file, ZoneId zone) {
            return new FileShown(
                    file.id(),
                    RowNames.batch(record),
                    file.fileName(),
                    file.mediaType(),
                    file.bytes(),
                    file.uploadedByName(),
                    WukongNames.time(file.createdAt(), zone),
                    "/api/file/download?fileId=" + file.id());
        }
    }
}
