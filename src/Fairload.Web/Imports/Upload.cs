using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Written = Fairload.Core.Imports.Written;

namespace Fairload.Web.Imports;

/// <summary>
/// A form with a file, read as it comes in: the file goes to disk and is never in memory, and what is larger than the limit is read
/// past and forgotten, because a browser listens for the answer only when it has sent everything. The page's own reading of forms
/// is off (<see cref="ReadsItsOwnFormAttribute"/>), so the token that proves the form ours is read here, before the file.
/// </summary>
internal sealed class Upload : IAsyncDisposable
{
    private const int LongestField = 8 * 1024;
    private const int MostFields = 200;

    /// <summary>The code of an exception that the reader of forms raises itself; that of a full disk is another.</summary>
    private const int RaisedByTheReader = unchecked((int)0x80131620);
    private const int LongestName = 120;

    /// <summary>Nobody sends more by mistake; the connection is closed then.</summary>
    private const long MostReadPast = 8L << 30;

    private readonly Dictionary<string, StringValues> _fields = new(StringComparer.OrdinalIgnoreCase);
    private readonly long _limit;
    private FileStream? _file;

    private Upload(long limit) => _limit = limit;

    public IFormCollection Fields => new FormCollection(_fields);

    /// <summary>As the browser calls it, without folders; empty when no file was chosen.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>The same, with whatever folders it came with.</summary>
    public string GivenName { get; private set; } = "";
    public bool IsTooLarge { get; private set; }
    public Stream File => _file ?? Stream.Null;

    /// <summary>Null for what is no form of ours: no token, or broken off.</summary>
    public static async Task<Upload?> Read(HttpContext context, int megabytes, CancellationToken stop)
    {
        var upload = new Upload(megabytes * 1024L * 1024L);
        try
        {
            if (Boundary(context.Request) is { } boundary
                && await upload.Read(new MultipartReader(boundary, context.Request.Body), context, stop))
            {
                return upload;
            }
        }
        catch (Exception e) when (IsBrokenOff(e))
        {
            // Broken off or no multipart at all: answered below like any form that is not ours.
        }
        catch
        {
            await upload.DisposeAsync();
            throw;
        }

        await upload.DisposeAsync();
        return null;
    }

    public ValueTask DisposeAsync() => _file?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static bool IsBrokenOff(Exception e) =>
        e is InvalidDataException or IOException { HResult: RaisedByTheReader } and not BadHttpRequestException;

    private static string? Boundary(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= 70 } boundary ? boundary : null;

    private async Task<bool> Read(MultipartReader parts, HttpContext context, CancellationToken stop)
    {
        var isOurs = false;
        while (await parts.ReadNextSectionAsync(stop) is { } part)
        {
            if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var about)) return false;
            var name = HeaderUtilities.RemoveQuotes(about.Name).Value ?? "";
            if (!about.FileName.HasValue && !about.FileNameStar.HasValue)
            {
                if (_fields.Values.Sum(v => v.Count) >= MostFields || await Text(part.Body, stop) is not { } text) return false;
                if (name == "__RequestVerificationToken") context.Request.Headers["RequestVerificationToken"] = text;
                _fields[name] = StringValues.Concat(_fields.GetValueOrDefault(name), text);
                continue;
            }

            isOurs = isOurs || await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);
            if (!isOurs) return false;
            if (_file is null) await Take(about, part.Body, stop);
        }

        return isOurs || await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);
    }

    private static async Task<string?> Text(Stream body, CancellationToken stop)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[1024];
        while (await body.ReadAsync(buffer, stop) is > 0 and var read)
        {
            if (kept.Length + read > LongestField) return null;
            kept.Write(buffer, 0, read);
        }

        return System.Text.Encoding.UTF8.GetString(kept.ToArray());
    }

    private async Task Take(ContentDispositionHeaderValue about, Stream body, CancellationToken stop)
    {
        var given = (about.FileNameStar.HasValue ? about.FileNameStar : HeaderUtilities.RemoveQuotes(about.FileName)).Value ?? "";
        GivenName = given;
        FileName = Written.Clean(Path.GetFileName(given.Replace('\\', '/')));
        if (FileName.Length > LongestName) FileName = FileName[^LongestName..];

        _file = TemporaryFile();
        var buffer = new byte[81920];
        long taken = 0;
        while (await body.ReadAsync(buffer, stop) is > 0 and var read)
        {
            taken += read;
            if (taken > MostReadPast) throw new BadHttpRequestException("The upload does not end.", StatusCodes.Status413PayloadTooLarge);
            if (taken > _limit && !IsTooLarge)
            {
                IsTooLarge = true;
                _file.SetLength(0);
            }

            if (!IsTooLarge) await _file.WriteAsync(buffer.AsMemory(0, read), stop);
        }
    }

    /// <summary>Gone when it is closed; where the system allows it, it has no name from the start, so that even a crash leaves
    /// nothing.</summary>
    private static FileStream TemporaryFile()
    {
        var path = Path.Combine(Path.GetTempPath(), $"fairload-{Path.GetRandomFileName()}");
        var options =
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Options =
            FileOptions.DeleteOnClose | FileOptions.Asynchronous
            };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        if (!OperatingSystem.IsWindows()) System.IO.File.Delete(path);
        return file;
    }
}

/// <summary>The framework leaves the body of this page's requests alone: it would put all of it in memory or on disk before the page is
/// asked.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ReadsItsOwnFormAttribute : Attribute, IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        foreach (var reader in context.ValueProviderFactories.Where(f => f is FormValueProviderFactory or FormFileValueProviderFactory
            or JQueryFormValueProviderFactory).ToList())
        {
            context.ValueProviderFactories.Remove(reader);
        }
    }

    public void OnResourceExecuted(ResourceExecutedContext context) { }
}
