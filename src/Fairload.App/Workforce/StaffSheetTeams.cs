using System.Globalization;
using System.Text.RegularExpressions;
using Fairload.Core.Imports;

namespace Fairload.App.Workforce;

/// <summary>Reads the team cell of a person: "Riverside", "Riverside; Hillside", "Riverside (60%); Hillside (40%)".</summary>
internal static partial class StaffSheetTeams
{
    /// <summary>The teams with shares that add up to 1. Shares that do not add up to 100% are told and made equal.</summary>
    /// <param name="fault">The sum that was found where the shares can not be used; null where all is well.</param>
    public static IReadOnlyList<TeamShare> Read(string cell, out decimal? fault)
    {
        fault = null;
        var written = cell.Split([';', '|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Part)
            .GroupBy(p => Written.Fold(p.Team)).Where(g => g.Key.Length > 0)
            .Select(g => (g.First().Team, Percent: g.All(p => p.Percent is null) ? null : g.Sum(p => p.Percent))).ToList();
        if (written.Count == 0) return [];

        var sum = written.Sum(p => p.Percent ?? 0);
        var noneStated = written.TrueForAll(p => p.Percent is null);
        var allStated = written.TrueForAll(p => p.Percent > 0);
        if (!noneStated && (!allStated || Math.Abs(sum - 100) > 0.5m)) fault = sum;

        var useful = allStated && fault is null;
        var shares = new List<TeamShare>();
        var left = 1m;
        for (var i = 0; i < written.Count; i++)
        {
            var share = i == written.Count - 1 ? left : Math.Round(useful ? written[i].Percent!.Value / sum : 1m / written.Count, 4);
            shares.Add(new(written[i].Team, share));
            left -= share;
        }

        return shares;
    }

    private static (string Team, decimal? Percent) Part(string text)
    {
        var found = WithShare().Match(text);
        if (!found.Success) return (Written.Clean(text), null);
        var percent = decimal.Parse(found.Groups[2].Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return (Written.Clean(found.Groups[1].Value), percent);
    }

    [GeneratedRegex(@"^(.*?)[\s(\[,:-]*?([0-9]{1,3}(?:[.,][0-9]{1,4})?)\s*%\s*[)\]]?$")]
    private static partial Regex WithShare();
}
