package io.haina.dialect.outreach;

import io.haina.access.Actor;
import io.haina.dialect.Open;
import io.haina.dialect.Sender;
import io.haina.dialect.outreach.OutreachWire.Answer;
import io.haina.dialect.outreach.OutreachWire.ExportedFile;
import io.haina.download.ExportFiles;
import io.haina.download.SignedLinks;
import io.haina.filter.Filter;
import io.haina.outreach.OutreachExport;
import io.haina.outreach.OutreachExport.Exported;
import io.haina.outreach.OutreachRecord;
import io.haina.sheet.SheetLook;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Document 003, the export, and the address at which its files are fetched without a credential. */
@RestController
@Tag(name = "export", description = "导出 Excel")
class ExportsApi {

    private static final SheetLook LOOK = new SheetLook(OutreachNames.SHEET, null, OutreachNames.COLUMNS, true);
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final OutreachExport export;
    private final ExportFiles files;
    private final SignedLinks links;
    private final String publicUrl;

    ExportsApi(
            OutreachExport export,
            ExportFiles files,
            SignedLinks links,
            @Value("${haina.public-url:}") String publicUrl) {
        this.export = export;
        this.files = files;
        this.links = links;
        this.publicUrl = checked(publicUrl);
    }

    private static String checked(String publicUrl) {
        if (publicUrl.isEmpty()) {
            return "";
        }
        URI url = URI.create(publicUrl);
        if (!List.of("http", "https").contains(String.valueOf(url.getScheme()))
                || url.getHost() == null
                || url.getQuery() != null
                || url.getFragment() != null) {
            throw new IllegalArgumentException("haina.public-url is no address of a server: " + publicUrl);
        }
        return publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
    }

    @GetMapping("/api/contacts/export")
    @Operation(summary = "导出联系记录为 Excel,返回 24 小时内有效的下载链接")
    Answer<ExportedFile> export(
            Actor actor,
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(name = "reply_status", required = false) @Nullable String replyStatus,
            @RequestParam(name = "wechat_exchanged", required = false) @Nullable String wechatExchanged,
            @RequestParam(name = "start_date", required = false) @Nullable String startDate,
            @RequestParam(name = "end_date", required = false) @Nullable String endDate,
            HttpServletRequest request) {
        ZoneId zone = actor.tenant().zone();
        Filter wish = OutreachFilters.wish(search, replyStatus, wechatExchanged, startDate, endDate, zone);
        Exported exported =
                export.export(actor, wish, OutreachNames.EXPORT_PREFIX, LOOK, record -> cells(record, zone));
        String path = OutreachConfiguration.EXPORTS + "/" + exported.name();
        return new Answer<>(new ExportedFile(
                base(request) + path + links.query(path, files.kept()),
                exported.name(),
                exported.records(),
                OutreachNames.time(exported.at(), zone)));
    }

    private static List<? extends @Nullable Object> cells(OutreachRecord record, ZoneId zone) {
        return Arrays.asList(
                record.id(),
                record.name(),
                record.position(),
                record.contact(),
                record.replyStatus(),
                OutreachNames.yesOrNo(record.wechatExchanged()),
                record.workerId(),
                record.notes(),
                OutreachNames.time(record.contactedAt(), zone),
                OutreachNames.time(record.createdAt(), zone));
    }

    /** Where the client reached this server, as far as the server believes what it is told of proxies. */
    private String base(HttpServletRequest request) {
        return publicUrl.isEmpty()
                ? ServletUriComponentsBuilder.fromContextPath(request).toUriString()
                : publicUrl;
    }

    @Open
    @GetMapping(OutreachConfiguration.EXPORTS + "/{file}")
    @Operation(summary = "下载导出的文件;链接自带签名,无需登录")
    ResponseEntity<Resource> download(@PathVariable String file, HttpServletRequest request) {
        Map<String, List<String>> parameters = request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
        links.check(Sender.path(request), parameters);
        Path found = files.find(file);
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(file).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Referrer-Policy", "no-referrer")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(new FileSystemResource(found));
    }
}
