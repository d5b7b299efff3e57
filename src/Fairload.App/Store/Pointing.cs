using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.Store;

/// <summary>Foreign keys without navigations: told to EF only so that it writes rows in an order that both engines accept.</summary>
internal static class Pointing
{
    public static void PointsAt<TRow, TTarget>(this EntityTypeBuilder<TRow> row, Expression<Func<TRow, object?>> key)
        where TRow : class where TTarget : class =>
        row.HasOne<TTarget>().WithMany().HasForeignKey(key).OnDelete(DeleteBehavior.ClientNoAction);
}
