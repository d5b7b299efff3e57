using System.Collections.Concurrent;
using System.Security.Cryptography;
using Fairload.App.HealthCheck.Report;
using Fairload.App.Store;
using Fairload.Core.HealthCheck.Report;
using Microsoft.AspNetCore.Mvc;

namespace Fairload.Web.HealthCheck.Report;

/// <summary>Files of frozen editions that were made once: whoever asks again, and anybody may ask for a public one, costs
/// nothing.</summary>
internal sealed class MadeFiles(DataDirectory data)
{
    private const int Most = 48;

    private readonly ConcurrentDictionary<string, ReportFile> _made = new();

    /// <summary>Null for a kind that there is none of.</summary>
    public Result<ReportFile>? Of(ReportDocument report, string hash, string kind)
    {
        if (!ReportTemplate.Of(data).Try(out var template, out var problems)) return problems.ToList();
        var key = $"{hash} {kind} {Hash(template)}";
        if (_made.TryGetValue(key, out var held)) return held;
        if (ReportFiles.Of(report, kind, ReportTexts.Words(report.Language), template) is not { } file) return null;
        if (_made.Count >= Most) _made.Clear();
        _made[key] = file;
        return file;
    }

    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>In plain words: there is no form to which they could be said.</summary>
    public static ContentResult Refused(IEnumerable<Problem> problems, Catalogue words) => new()
    {
        Content = string.Join('\n', problems.Select(p => words[p.Says])),
        ContentType = "text/plain; charset=utf-8",
        StatusCode = StatusCodes.Status422UnprocessableEntity,
    };
}
