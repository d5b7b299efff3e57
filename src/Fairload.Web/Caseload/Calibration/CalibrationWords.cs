using Fairload.App.Caseload.Calibration;
using Fairload.Core.Caseload;

namespace Fairload.Web.Caseload.Calibration;

/// <summary>Rounds, agreement and tiers in words.</summary>
internal static class CalibrationWords
{
    public static string Area(Catalogue T, Area area) => area == Core.Caseload.Area.Children ? T["children"] : T["adults"];

    public static string Standing(Catalogue T, RoundLine line)
    {
        if (line.IsFinished) return T["finished"];
        if (!line.IsOpen) return T["did not finish"];
        return line.Left == 0 ? T["all scored, not finished"] : T["{0} of {1} scored", line.Scored, line.Round.Codes.Count];
    }

    /// <summary>Two decimals: 0.74.</summary>
    public static string Kappa(Catalogue T, double? kappa) => kappa is { } known ? T.Number((decimal)known, 2) : T["not known"];

    /// <summary>"7 in tier 2, 1 in tier 3".</summary>
    public static string Spread(Catalogue T, IReadOnlyList<int> inTier) => string.Join(", ", inTier.Index().Where(t => t.Item > 0)
        .Select(t => T["{0} in tier {1}", t.Item, t.Index + 1]));

    /// <summary>"0.4 points higher".</summary>
    public static string Shift(Catalogue T, double shift)
    {
        var said = T.Number(Math.Abs((decimal)shift), 1);
        if (said == T.Number(0, 1)) return T["as high as before"];
        return shift > 0 ? T["{0} points higher than before", said] : T["{0} points lower than before", said];
    }
}
