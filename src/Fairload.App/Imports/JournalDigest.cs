using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Fairload.App.Imports;

/// <summary>
/// A fingerprint of what an import would store, by which confirming knows whether it is still what a person looked at. Ids that the
/// looking itself made up and instants differ each time and are left out.
/// </summary>
internal static class JournalDigest
{
    /// <summary>New rows come in the order of the file; changed and removed ones in that of the database, which is no order.</summary>
    public static string Of(FairloadDb db, IReadOnlyList<object> added, IReadOnlyList<object> changed, IReadOnlyList<object> removed)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var made = added.Select(row => RowImage.IdOf(db, row)).ToHashSet();
        foreach (var row in added) hash.AppendData(Encoding.UTF8.GetBytes(Line(db, row, made)));
        foreach (var line in changed.Select(row => "~" + Line(db, row, made)).Concat(removed.Select(row => "-" + Line(db, row, made)))
            .Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(line));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string Line(FairloadDb db, object row, HashSet<Guid> made)
    {
        var line = new StringBuilder();
        foreach (var property in RowImage.TypeOf(db, row).GetProperties())
        {
            var value = RowImage.Stored(property, row);
            if (value is DateTime || (value is Guid id && made.Contains(id))) continue;
            line.Append(property.Name).Append('=').Append(Convert.ToString(value, CultureInfo.InvariantCulture)).Append('\u001f');
        }

        return line.Append('\n').ToString();
    }
}
