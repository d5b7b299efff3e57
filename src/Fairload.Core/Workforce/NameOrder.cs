namespace Fairload.Core.Workforce;

/// <summary>The order in which people stand in a list.</summary>
public static class NameOrder
{
    /// <summary>By name, as the reader's language orders names; two of one name by staff number, so that a list is the same each
    /// time.</summary>
    public static IOrderedEnumerable<Worker> InNameOrder(this IEnumerable<Worker> workers) =>
        workers.OrderBy(w => w.Name, StringComparer.CurrentCulture).ThenBy(w => w.StaffNumber, StringComparer.Ordinal);
}
