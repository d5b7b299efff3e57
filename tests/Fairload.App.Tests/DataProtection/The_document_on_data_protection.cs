using System.Text.RegularExpressions;
using Fairload.App.Backup;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.DataProtection;

public sealed partial class The_document_on_data_protection
{
    [Fact]
    public async Task Names_every_table_that_is_stored_and_no_other()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(RepoRoot.Path, "docs", "data-protection.md"));
        var rows = text[text.IndexOf("<!-- tables -->", StringComparison.Ordinal)..text
            .IndexOf("<!-- end of tables -->", StringComparison.Ordinal)];
        var named = rows.Split('\n').Where(l => l.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(l => Name().Matches(l.Split(" | ")[0]).Select(m => m.Groups[1].Value)).ToList();
        var store = await Engines.Fresh("sqlite");
        await using var db = store.Open();
        await db.Database.OpenConnectionAsync();
        var stored = (await StoredTable.In(db.Database.GetDbConnection(), null, default)).Select(t => t.Name);

        Assert.Equal(stored.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
        Assert.All(rows.Split('\n').Where(l => l.StartsWith("| `", StringComparison.Ordinal)), l => Assert.Equal(4, l.Split(" | ").Length));
    }

    [GeneratedRegex("`([a-z0-9_]+)`")]
    private static partial Regex Name();
}
