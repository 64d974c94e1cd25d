; 0
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"


define range(i32 -1, -2) i32 @lesion_toolkit_kernel(ptr noalias writeonly captures(none) %retptr, ptr noalias writeonly captures(none) %excinfo, ptr readnone captures(none) %arg.field.0, ptr readnone captures(none) %arg.field.1, i64 %arg.field.2, i64 %arg.field.3, ptr readonly captures(none) %arg.field.4, i64 %arg.field.5.0, i64 %arg.field.5.1, i64 %arg.field.6.0, i64 %arg.field.6.1, double %arg.sx, double %arg.sy, ptr readnone captures(none) %arg.far.0, ptr readnone captures(none) %arg.far.1, i64 %arg.far.2, i64 %arg.far.3, ptr captures(none) %arg.far.4, i64 %arg.far.5.0, i64 %arg.far.5.1, i64 %arg.far.6.0, i64 %arg.far.6.1, ptr readnone captures(none) %arg.aside.0, ptr readnone captures(none) %arg.aside.1, i64 %arg.aside.2, i64 %arg.aside.3, ptr captures(none) %arg.aside.4, i64 %arg.aside.5.0, i64 %arg.aside.5.1, i64 %arg.aside.6.0, i64 %arg.aside.6.1, ptr readnone captures(none) %arg.hull.0, ptr readnone captures(none) %arg.hull.1, i64 %arg.hull.2, i64 %arg.hull.3, ptr captures(none) %arg.hull.4, i64 %arg.hull.5.0, i64 %arg.hull.5.1, i64 %arg.hull.6.0, i64 %arg.hull.6.1) local_unnamed_addr #0 {
B0:
  %.348 = alloca ptr, align 8
  %excinfo.3 = alloca ptr, align 8
  %.572 = alloca ptr, align 8
  %excinfo.4 = alloca ptr, align 8
  %.1209 = alloca ptr, align 8
  %excinfo.11 = alloca ptr, align 8
  %.173407.not.i = icmp slt i64 %arg.field.5.1, 1
  %.420275.not.i = icmp slt i64 %arg.field.5.0, 1
  %or.cond.i = select i1 %.173407.not.i, i1 true, i1 %.420275.not.i
  br i1 %or.cond.i, label %B0.endif, label %B190.us.us.us.us.us.us.us.preheader.preheader.i

B190.us.us.us.us.us.us.us.preheader.preheader.i:  ; preds = %B0
  %0 = shl i64 %arg.far.5.1, 3
  %1 = shl i64 %arg.field.5.1, 3
  %2 = add i64 %arg.field.5.0, -1
  %3 = mul i64 %arg.far.5.1, %2
  %4 = shl i64 %3, 3
  %scevgep50 = getelementptr i8, ptr %arg.far.4, i64 %4
  %5 = mul i64 %arg.far.5.1, -8
  %6 = mul i64 %arg.field.5.1, %2
  %7 = shl i64 %6, 3
  %scevgep55 = getelementptr i8, ptr %arg.field.4, i64 %7
  %8 = mul i64 %arg.field.5.1, -8
  br label %B190.us.us.us.us.us.us.us.preheader.i

B190.us.us.us.us.us.us.us.preheader.i:            ; preds = %B188.B126.loopexit_crit_edge.split.us.us.us.us.us.us.1.i, %B190.us.us.us.us.us.us.us.preheader.preheader.i
  %lsr.iv56 = phi ptr [ %scevgep57, %B188.B126.loopexit_crit_edge.split.us.us.us.us.us.us.1.i ], [ %scevgep55, %B190.us.us.us.us.us.us.us.preheader.preheader.i ]
  %lsr.iv51 = phi ptr [ %scevgep52, %B188.B126.loopexit_crit_edge.split.us.us.us.us.us.us.1.i ], [ %scevgep50, %B190.us.us.us.us.us.us.us.preheader.preheader.i ]
  %lsr.iv64.i = phi ptr [ %arg.field.4, %B190.us.us.us.us.us.us.us.preheader.preheader.i ], [ %scevgep65.i, %B188.B126.loopexit_crit_edge.split.us.us.us.us.us.us.1.i ]
  %lsr.iv.i = phi ptr [ %arg.far.4, %B190.us.us.us.us.us.us.us.preheader.preheader.i ], [ %scevgep.i, %B188.B126.loopexit_crit_edge.split.us.us.us.us.us.us.1.i ]
  %.179392410.us.us.us.i = phi i64 [ 0, %B190.us.us.us.us.us.us.us.preheader.preheader.i ], [ %.186.us.us.us.i, %B188.B126.loopexit_crit_edge.split.us.us.us.us.us.us.1.i ]
  br label %B190.us.us.us.us.us.us.us.i

B190.us.us.us.us440.us.us.1.i:                    ; preds = %B190.us.us.us.us440.us.us.1.preheader.i, %B450.us.us.us.us.us.us.1.i
  %lsr.iv58 = phi ptr [ %lsr.iv56, %B190.us.us.us.us440.us.us.1.preheader.i ], [ %scevgep59, %B450.us.us.us.us.us.us.1.i ]
  %lsr.iv53 = phi ptr [ %lsr.iv51, %B190.us.us.us.us440.us.us.1.preheader.i ], [ %scevgep54, %B450.us.us.us.us.us.us.1.i ]
  %lsr.iv69.in.i = phi i64 [ %lsr.iv69.i, %B450.us.us.us.us.us.us.1.i ], [ %arg.field.5.0, %B190.us.us.us.us440.us.us.1.preheader.i ]
  %beyond.4.2279.us.us.us.us441.us.us.1.i = phi double [ %beyond.5.3.us.us.us.us464.us.us.1.i, %B450.us.us.us.us.us.us.1.i ], [ 0x7FF0000000000000, %B190.us.us.us.us440.us.us.1.preheader.i ]
  %before.2.2278.us.us.us.us442.us.us.1.i = phi double [ %"$phi274.3.2.3.us.us.us.us452.us.us.1.i", %B450.us.us.us.us.us.us.1.i ], [ 0.000000e+00, %B190.us.us.us.us440.us.us.1.preheader.i ]
  %lsr.iv69.i = add nsw i64 %lsr.iv69.in.i, -1
  %"$phi274.3.2.3.us.us.us.us452.us.us.1.i" = load double, ptr %lsr.iv58, align 8, !noalias !0
  %.607.us.us.us.us453.us.us.1.i = fcmp ult double %"$phi274.3.2.3.us.us.us.us452.us.us.1.i", 5.000000e-01
  br i1 %.607.us.us.us.us453.us.us.1.i, label %B304.us.us.us.us454.us.us.1.i, label %B376.us.us.us.us463.us.us.1.i

B304.us.us.us.us454.us.us.1.i:                    ; preds = %B190.us.us.us.us440.us.us.1.i
  %.618.us.us.us.us455.us.us.1.i = fcmp ult double %before.2.2278.us.us.us.us442.us.us.1.i, 5.000000e-01
  br i1 %.618.us.us.us.us455.us.us.1.i, label %B366.us.us.us.us461.us.us.1.i, label %B326.us.us.us.us456.us.us.1.i

B326.us.us.us.us456.us.us.1.i:                    ; preds = %B304.us.us.us.us454.us.us.1.i
  %.623.us.us.us.us457.us.us.1.i = fsub double 5.000000e-01, %before.2.2278.us.us.us.us442.us.us.1.i
  %.626.us.us.us.us458.us.us.1.i = fsub double %"$phi274.3.2.3.us.us.us.us452.us.us.1.i", %before.2.2278.us.us.us.us442.us.us.1.i
  %.632.us.us.us.us459.us.us.1.i = fdiv double %.623.us.us.us.us457.us.us.1.i, %.626.us.us.us.us458.us.us.1.i
  %.633.us.us.us.us460.us.us.1.i = fsub double 1.000000e+00, %.632.us.us.us.us459.us.us.1.i
  br label %B376.us.us.us.us463.us.us.1.i

B366.us.us.us.us461.us.us.1.i:                    ; preds = %B304.us.us.us.us454.us.us.1.i
  %.640.us.us.us.us462.us.us.1.i = fadd double %beyond.4.2279.us.us.us.us441.us.us.1.i, 1.000000e+00
  br label %B376.us.us.us.us463.us.us.1.i

B376.us.us.us.us463.us.us.1.i:                    ; preds = %B366.us.us.us.us461.us.us.1.i, %B326.us.us.us.us456.us.us.1.i, %B190.us.us.us.us440.us.us.1.i
  %beyond.5.3.us.us.us.us464.us.us.1.i = phi double [ %.640.us.us.us.us462.us.us.1.i, %B366.us.us.us.us461.us.us.1.i ], [ %.633.us.us.us.us460.us.us.1.i, %B326.us.us.us.us456.us.us.1.i ], [ 0.000000e+00, %B190.us.us.us.us440.us.us.1.i ]
  %.654.us.us.us.us465.us.us.1.i = fmul double %arg.sy, %beyond.5.3.us.us.us.us464.us.us.1.i
  %.147.i.i = fmul double %.654.us.us.us.us465.us.us.1.i, %.654.us.us.us.us465.us.us.1.i
  %.736.us.us.us.us.us.us.1.i = load double, ptr %lsr.iv53, align 8, !noalias !0
  %.738.us.us.us.us.us.us.1.i = fcmp olt double %.147.i.i, %.736.us.us.us.us.us.us.1.i
  br i1 %.738.us.us.us.us.us.us.1.i, label %B436.us.us.us.us.us.us.1.i, label %B450.us.us.us.us.us.us.1.i

B436.us.us.us.us.us.us.1.i:                       ; preds = %B376.us.us.us.us463.us.us.1.i
  store double %.147.i.i, ptr %lsr.iv53, align 8, !noalias !0
  br label %B450.us.us.us.us.us.us.1.i

B450.us.us.us.us.us.us.1.i:                       ; preds = %B436.us.us.us.us.us.us.1.i, %B376.us.us.us.us463.us.us.1.i
  %scevgep54 = getelementptr i8, ptr %lsr.iv53, i64 %5
  %scevgep59 = getelementptr i8, ptr %lsr.iv58, i64 %8
  %exitcond717.1.not.i = icmp eq i64 %lsr.iv69.i, 0
  br i1 %exitcond717.1.not.i, label %B188.B126.loopexit_crit_edge.split.us.us.us.us.us.us.1.i, label %B190.us.us.us.us440.us.us.1.i

B188.B126.loopexit_crit_edge.split.us.us.us.us.us.us.1.i: ; preds = %B450.us.us.us.us.us.us.1.i
  %.186.us.us.us.i = add nuw nsw i64 %.179392410.us.us.us.i, 1
  %scevgep.i = getelementptr i8, ptr %lsr.iv.i, i64 8
  %scevgep65.i = getelementptr i8, ptr %lsr.iv64.i, i64 8
  %scevgep52 = getelementptr i8, ptr %lsr.iv51, i64 8
  %scevgep57 = getelementptr i8, ptr %lsr.iv56, i64 8
  %exitcond736.not.i = icmp eq i64 %arg.field.5.1, %.186.us.us.us.i
  br i1 %exitcond736.not.i, label %B0.endif, label %B190.us.us.us.us.us.us.us.preheader.i

B190.us.us.us.us.us.us.us.i:                      ; preds = %B376.us.us.us.us.us.us.us.i, %B190.us.us.us.us.us.us.us.preheader.i
  %lsr.iv68.i = phi i64 [ %arg.field.5.0, %B190.us.us.us.us.us.us.us.preheader.i ], [ %lsr.iv.next.i, %B376.us.us.us.us.us.us.us.i ]
  %lsr.iv66.i = phi ptr [ %lsr.iv64.i, %B190.us.us.us.us.us.us.us.preheader.i ], [ %scevgep67.i, %B376.us.us.us.us.us.us.us.i ]
  %lsr.iv62.i = phi ptr [ %lsr.iv.i, %B190.us.us.us.us.us.us.us.preheader.i ], [ %scevgep63.i, %B376.us.us.us.us.us.us.us.i ]
  %beyond.4.2279.us.us.us.us.us.us.us.i = phi double [ 0x7FF0000000000000, %B190.us.us.us.us.us.us.us.preheader.i ], [ %beyond.5.3.us.us.us.us.us.us.us.i, %B376.us.us.us.us.us.us.us.i ]
  %before.2.2278.us.us.us.us.us.us.us.i = phi double [ 0.000000e+00, %B190.us.us.us.us.us.us.us.preheader.i ], [ %"$phi274.3.2.3.us.us.us.us.us.us.us.i", %B376.us.us.us.us.us.us.us.i ]
  %"$phi274.3.2.3.us.us.us.us.us.us.us.i" = load double, ptr %lsr.iv66.i, align 8, !noalias !0
  %.607.us.us.us.us.us.us.us.i = fcmp ult double %"$phi274.3.2.3.us.us.us.us.us.us.us.i", 5.000000e-01
  br i1 %.607.us.us.us.us.us.us.us.i, label %B304.us.us.us.us.us.us.us.i, label %B376.us.us.us.us.us.us.us.i

B304.us.us.us.us.us.us.us.i:                      ; preds = %B190.us.us.us.us.us.us.us.i
  %.618.us.us.us.us.us.us.us.i = fcmp ult double %before.2.2278.us.us.us.us.us.us.us.i, 5.000000e-01
  br i1 %.618.us.us.us.us.us.us.us.i, label %B366.us.us.us.us.us.us.us.i, label %B326.us.us.us.us.us.us.us.i

B326.us.us.us.us.us.us.us.i:                      ; preds = %B304.us.us.us.us.us.us.us.i
  %.623.us.us.us.us.us.us.us.i = fsub double 5.000000e-01, %before.2.2278.us.us.us.us.us.us.us.i
  %.626.us.us.us.us.us.us.us.i = fsub double %"$phi274.3.2.3.us.us.us.us.us.us.us.i", %before.2.2278.us.us.us.us.us.us.us.i
  %.632.us.us.us.us.us.us.us.i = fdiv double %.623.us.us.us.us.us.us.us.i, %.626.us.us.us.us.us.us.us.i
  %.633.us.us.us.us.us.us.us.i = fsub double 1.000000e+00, %.632.us.us.us.us.us.us.us.i
  br label %B376.us.us.us.us.us.us.us.i

B366.us.us.us.us.us.us.us.i:                      ; preds = %B304.us.us.us.us.us.us.us.i
  %.640.us.us.us.us.us.us.us.i = fadd double %beyond.4.2279.us.us.us.us.us.us.us.i, 1.000000e+00
  br label %B376.us.us.us.us.us.us.us.i

B376.us.us.us.us.us.us.us.i:                      ; preds = %B366.us.us.us.us.us.us.us.i, %B326.us.us.us.us.us.us.us.i, %B190.us.us.us.us.us.us.us.i
  %beyond.5.3.us.us.us.us.us.us.us.i = phi double [ %.640.us.us.us.us.us.us.us.i, %B366.us.us.us.us.us.us.us.i ], [ %.633.us.us.us.us.us.us.us.i, %B326.us.us.us.us.us.us.us.i ], [ 0.000000e+00, %B190.us.us.us.us.us.us.us.i ]
  %.654.us.us.us.us.us.us.us.i = fmul double %arg.sy, %beyond.5.3.us.us.us.us.us.us.us.i
  %.147.i21.i = fmul double %.654.us.us.us.us.us.us.us.i, %.654.us.us.us.us.us.us.us.i
  store double %.147.i21.i, ptr %lsr.iv62.i, align 8, !noalias !0
  %scevgep63.i = getelementptr i8, ptr %lsr.iv62.i, i64 %0
  %scevgep67.i = getelementptr i8, ptr %lsr.iv66.i, i64 %1
  %lsr.iv.next.i = add nsw i64 %lsr.iv68.i, -1
  %exitcond718.not.i = icmp eq i64 %lsr.iv.next.i, 0
  br i1 %exitcond718.not.i, label %B190.us.us.us.us440.us.us.1.preheader.i, label %B190.us.us.us.us.us.us.us.i

B190.us.us.us.us440.us.us.1.preheader.i:          ; preds = %B376.us.us.us.us.us.us.us.i
  br label %B190.us.us.us.us440.us.us.1.i

B128:                                             ; preds = %B128.preheader, %B126.backedge
  %lsr.iv45 = phi i64 [ %arg.field.5.0, %B128.preheader ], [ %lsr.iv.next46, %B126.backedge ]
  %lsr.iv43 = phi ptr [ %arg.far.4, %B128.preheader ], [ %scevgep44, %B126.backedge ]
  %.358 = call i32 @called_1(ptr nonnull %.348, ptr nonnull %excinfo.3, ptr %arg.far.0, ptr %arg.far.1, i64 %arg.far.5.1, i64 %arg.far.3, ptr %lsr.iv43, i64 %arg.far.5.1, i64 %arg.far.6.1, double %arg.sx, ptr %arg.hull.0, ptr %arg.hull.1, i64 %arg.hull.2, i64 %arg.hull.3, ptr %arg.hull.4, i64 %arg.hull.5.0, i64 %arg.hull.5.1, i64 %arg.hull.6.0, i64 %arg.hull.6.1)
  %cond13 = icmp eq i32 %.358, 0
  br i1 %cond13, label %B126.backedge, label %common.ret, !prof !4

B126.backedge:                                    ; preds = %B128
  %scevgep44 = getelementptr i8, ptr %lsr.iv43, i64 %19
  %lsr.iv.next46 = add i64 %lsr.iv45, -1
  %exitcond.not = icmp eq i64 %lsr.iv.next46, 0
  br i1 %exitcond.not, label %B178.endif, label %B128

B210:                                             ; preds = %B210.preheader, %B208.backedge
  %lsr.iv42 = phi i64 [ %arg.field.5.1, %B210.preheader ], [ %lsr.iv.next, %B208.backedge ]
  %lsr.iv40 = phi ptr [ %arg.aside.4, %B210.preheader ], [ %scevgep41, %B208.backedge ]
  %.582 = call i32 @called_1(ptr nonnull %.572, ptr nonnull %excinfo.4, ptr %arg.aside.0, ptr %arg.aside.1, i64 %arg.aside.5.1, i64 %arg.aside.3, ptr %lsr.iv40, i64 %arg.aside.5.1, i64 %arg.aside.6.1, double %arg.sy, ptr %arg.hull.0, ptr %arg.hull.1, i64 %arg.hull.2, i64 %arg.hull.3, ptr %arg.hull.4, i64 %arg.hull.5.0, i64 %arg.hull.5.1, i64 %arg.hull.6.0, i64 %arg.hull.6.1)
  %cond14 = icmp eq i32 %.582, 0
  br i1 %cond14, label %B208.backedge, label %common.ret, !prof !4

B208.backedge:                                    ; preds = %B210
  %scevgep41 = getelementptr i8, ptr %lsr.iv40, i64 %20
  %lsr.iv.next = add i64 %lsr.iv42, -1
  %exitcond457.not = icmp eq i64 %lsr.iv.next, 0
  br i1 %exitcond457.not, label %B260.endif.endif, label %B210

B0.endif:                                         ; preds = %B188.B126.loopexit_crit_edge.split.us.us.us.us.us.us.1.i, %B0
  %9 = icmp slt i64 %arg.field.5.0, 1
  %10 = icmp slt i64 %arg.field.5.1, 1
  %or.cond53.i = or i1 %9, %10
  br i1 %or.cond53.i, label %B0.endif.endif.endif, label %B190.us306.us.us.us.preheader.preheader.i

B190.us306.us.us.us.preheader.preheader.i:        ; preds = %B0.endif
  %11 = shl i64 %arg.aside.5.1, 3
  %12 = shl i64 %arg.field.5.1, 3
  %13 = add i64 %arg.field.5.1, -1
  br label %B190.us306.us.us.us.preheader.i

B190.us306.us.us.us.preheader.i:                  ; preds = %B188.B126.loopexit_crit_edge.split.us348.us.us.1.i, %B190.us306.us.us.us.preheader.preheader.i
  %lsr.iv75.i = phi ptr [ %arg.field.4, %B190.us306.us.us.us.preheader.preheader.i ], [ %scevgep76.i, %B188.B126.loopexit_crit_edge.split.us348.us.us.1.i ]
  %lsr.iv71.i = phi ptr [ %arg.aside.4, %B190.us306.us.us.us.preheader.preheader.i ], [ %scevgep72.i, %B188.B126.loopexit_crit_edge.split.us348.us.us.1.i ]
  %.179392410.us.us.i = phi i64 [ 0, %B190.us306.us.us.us.preheader.preheader.i ], [ %.186.us.us.i, %B188.B126.loopexit_crit_edge.split.us348.us.us.1.i ]
  br label %B190.us306.us.us.us.i

B190.us306.us.us533.1.i:                          ; preds = %B190.us306.us.us533.1.preheader.i, %B450.us346.us.us.1.i
  %lsr.iv47 = phi i64 [ %13, %B190.us306.us.us533.1.preheader.i ], [ %lsr.iv.next48, %B450.us346.us.us.1.i ]
  %beyond.4.2279.us307.us.us534.1.i = phi double [ %beyond.5.3.us327.us.us555.1.i, %B450.us346.us.us.1.i ], [ 0x7FF0000000000000, %B190.us306.us.us533.1.preheader.i ]
  %before.2.2278.us308.us.us535.1.i = phi double [ %"$phi274.3.2.3.us315.us.us543.1.i", %B450.us346.us.us.1.i ], [ 0.000000e+00, %B190.us306.us.us533.1.preheader.i ]
  %.572.us.us.us540.1.i = icmp slt i64 %lsr.iv47, 0
  %14 = select i1 %.572.us.us.us540.1.i, i64 %12, i64 0
  %scevgep80.i = getelementptr i8, ptr %lsr.iv75.i, i64 %14
  %15 = shl i64 %lsr.iv47, 3
  %scevgep49 = getelementptr i8, ptr %scevgep80.i, i64 %15
  %"$phi274.3.2.3.us315.us.us543.1.i" = load double, ptr %scevgep49, align 8, !noalias !5
  %.607.us316.us.us544.1.i = fcmp ult double %"$phi274.3.2.3.us315.us.us543.1.i", 5.000000e-01
  br i1 %.607.us316.us.us544.1.i, label %B304.us317.us.us545.1.i, label %B376.us326.us.us554.1.i

B304.us317.us.us545.1.i:                          ; preds = %B190.us306.us.us533.1.i
  %.618.us318.us.us546.1.i = fcmp ult double %before.2.2278.us308.us.us535.1.i, 5.000000e-01
  br i1 %.618.us318.us.us546.1.i, label %B366.us324.us.us552.1.i, label %B326.us319.us.us547.1.i

B326.us319.us.us547.1.i:                          ; preds = %B304.us317.us.us545.1.i
  %.623.us320.us.us548.1.i = fsub double 5.000000e-01, %before.2.2278.us308.us.us535.1.i
  %.626.us321.us.us549.1.i = fsub double %"$phi274.3.2.3.us315.us.us543.1.i", %before.2.2278.us308.us.us535.1.i
  %.632.us322.us.us550.1.i = fdiv double %.623.us320.us.us548.1.i, %.626.us321.us.us549.1.i
  %.633.us323.us.us551.1.i = fsub double 1.000000e+00, %.632.us322.us.us550.1.i
  br label %B376.us326.us.us554.1.i

B366.us324.us.us552.1.i:                          ; preds = %B304.us317.us.us545.1.i
  %.640.us325.us.us553.1.i = fadd double %beyond.4.2279.us307.us.us534.1.i, 1.000000e+00
  br label %B376.us326.us.us554.1.i

B376.us326.us.us554.1.i:                          ; preds = %B366.us324.us.us552.1.i, %B326.us319.us.us547.1.i, %B190.us306.us.us533.1.i
  %beyond.5.3.us327.us.us555.1.i = phi double [ %.640.us325.us.us553.1.i, %B366.us324.us.us552.1.i ], [ %.633.us323.us.us551.1.i, %B326.us319.us.us547.1.i ], [ 0.000000e+00, %B190.us306.us.us533.1.i ]
  %16 = icmp slt i64 %lsr.iv47, 0
  %.654.us328.us.us556.1.i = fmul double %arg.sx, %beyond.5.3.us327.us.us555.1.i
  %.147.i33.i = fmul double %.654.us328.us.us556.1.i, %.654.us328.us.us556.1.i
  %.710.us334.us.us.1.i = select i1 %16, i64 %arg.aside.5.0, i64 0
  %17 = add i64 %.710.us334.us.us.1.i, %lsr.iv47
  %.731.us336.us.us.1.i = mul i64 %17, %arg.aside.5.1
  %gep.us337.us.us.1.i = getelementptr double, ptr %invariant.gep269.us.us.i, i64 %.731.us336.us.us.1.i
  %.736.us338.us.us.1.i = load double, ptr %gep.us337.us.us.1.i, align 8, !noalias !5
  %.738.us339.us.us.1.i = fcmp olt double %.147.i33.i, %.736.us338.us.us.1.i
  br i1 %.738.us339.us.us.1.i, label %B436.us340.us.us.1.i, label %B450.us346.us.us.1.i

B436.us340.us.us.1.i:                             ; preds = %B376.us326.us.us554.1.i
  %sunkaddr83.i = shl i64 %.731.us336.us.us.1.i, 3
  %sunkaddr84.i = getelementptr inbounds i8, ptr %invariant.gep269.us.us.i, i64 %sunkaddr83.i
  store double %.147.i33.i, ptr %sunkaddr84.i, align 8, !noalias !5
  br label %B450.us346.us.us.1.i

B450.us346.us.us.1.i:                             ; preds = %B436.us340.us.us.1.i, %B376.us326.us.us554.1.i
  %lsr.iv.next48 = add i64 %lsr.iv47, -1
  %exitcond.1.not.i = icmp eq i64 %lsr.iv.next48, -1
  br i1 %exitcond.1.not.i, label %B188.B126.loopexit_crit_edge.split.us348.us.us.1.i, label %B190.us306.us.us533.1.i

B188.B126.loopexit_crit_edge.split.us348.us.us.1.i: ; preds = %B450.us346.us.us.1.i
  %.186.us.us.i = add nuw nsw i64 %.179392410.us.us.i, 1
  %scevgep72.i = getelementptr i8, ptr %lsr.iv71.i, i64 8
  %scevgep76.i = getelementptr i8, ptr %lsr.iv75.i, i64 %12
  %exitcond.not.i = icmp eq i64 %arg.field.5.0, %.186.us.us.i
  br i1 %exitcond.not.i, label %B0.endif.endif.endif, label %B190.us306.us.us.us.preheader.i

B190.us306.us.us.us.i:                            ; preds = %B376.us326.us.us.us.i, %B190.us306.us.us.us.preheader.i
  %lsr.iv73.i = phi ptr [ %lsr.iv71.i, %B190.us306.us.us.us.preheader.i ], [ %scevgep74.i, %B376.us326.us.us.us.i ]
  %beyond.4.2279.us307.us.us.us.i = phi double [ 0x7FF0000000000000, %B190.us306.us.us.us.preheader.i ], [ %beyond.5.3.us327.us.us.us.i, %B376.us326.us.us.us.i ]
  %before.2.2278.us308.us.us.us.i = phi double [ 0.000000e+00, %B190.us306.us.us.us.preheader.i ], [ %"$phi274.3.2.3.us315.us.us.us.i", %B376.us326.us.us.us.i ]
  %.426274276.us310.us.us.us.i = phi i64 [ 0, %B190.us306.us.us.us.preheader.i ], [ %.433.us312.us.us.us.i, %B376.us326.us.us.us.i ]
  %.433.us312.us.us.us.i = add nuw nsw i64 %.426274276.us310.us.us.us.i, 1
  %18 = shl i64 %.426274276.us310.us.us.us.i, 3
  %scevgep77.i = getelementptr i8, ptr %lsr.iv75.i, i64 %18
  %"$phi274.3.2.3.us315.us.us.us.i" = load double, ptr %scevgep77.i, align 8, !noalias !5
  %.607.us316.us.us.us.i = fcmp ult double %"$phi274.3.2.3.us315.us.us.us.i", 5.000000e-01
  br i1 %.607.us316.us.us.us.i, label %B304.us317.us.us.us.i, label %B376.us326.us.us.us.i

B304.us317.us.us.us.i:                            ; preds = %B190.us306.us.us.us.i
  %.618.us318.us.us.us.i = fcmp ult double %before.2.2278.us308.us.us.us.i, 5.000000e-01
  br i1 %.618.us318.us.us.us.i, label %B366.us324.us.us.us.i, label %B326.us319.us.us.us.i

B326.us319.us.us.us.i:                            ; preds = %B304.us317.us.us.us.i
  %.623.us320.us.us.us.i = fsub double 5.000000e-01, %before.2.2278.us308.us.us.us.i
  %.626.us321.us.us.us.i = fsub double %"$phi274.3.2.3.us315.us.us.us.i", %before.2.2278.us308.us.us.us.i
  %.632.us322.us.us.us.i = fdiv double %.623.us320.us.us.us.i, %.626.us321.us.us.us.i
  %.633.us323.us.us.us.i = fsub double 1.000000e+00, %.632.us322.us.us.us.i
  br label %B376.us326.us.us.us.i

B366.us324.us.us.us.i:                            ; preds = %B304.us317.us.us.us.i
  %.640.us325.us.us.us.i = fadd double %beyond.4.2279.us307.us.us.us.i, 1.000000e+00
  br label %B376.us326.us.us.us.i

B376.us326.us.us.us.i:                            ; preds = %B366.us324.us.us.us.i, %B326.us319.us.us.us.i, %B190.us306.us.us.us.i
  %beyond.5.3.us327.us.us.us.i = phi double [ %.640.us325.us.us.us.i, %B366.us324.us.us.us.i ], [ %.633.us323.us.us.us.i, %B326.us319.us.us.us.i ], [ 0.000000e+00, %B190.us306.us.us.us.i ]
  %.654.us328.us.us.us.i = fmul double %arg.sx, %beyond.5.3.us327.us.us.us.i
  %.147.i45.i = fmul double %.654.us328.us.us.us.i, %.654.us328.us.us.us.i
  store double %.147.i45.i, ptr %lsr.iv73.i, align 8, !noalias !5
  %scevgep74.i = getelementptr i8, ptr %lsr.iv73.i, i64 %11
  %exitcond699.not.i = icmp eq i64 %arg.field.5.1, %.433.us312.us.us.us.i
  br i1 %exitcond699.not.i, label %B190.us306.us.us533.1.preheader.i, label %B190.us306.us.us.us.i

B190.us306.us.us533.1.preheader.i:                ; preds = %B376.us326.us.us.us.i
  %invariant.gep269.us.us.i = getelementptr double, ptr %arg.aside.4, i64 %.179392410.us.us.i
  br label %B190.us306.us.us533.1.i

common.ret:                                       ; preds = %B128, %B210, %B574.endif
  %excinfo.sink = phi ptr [ %excinfo, %B210 ], [ %retptr.excinfo, %B574.endif ], [ %excinfo, %B128 ]
  %common.ret.op = phi i32 [ 1, %B210 ], [ %.1217, %B574.endif ], [ 1, %B128 ]
  store ptr null, ptr %excinfo.sink, align 8
  ret i32 %common.ret.op

B0.endif.endif.endif:                             ; preds = %B188.B126.loopexit_crit_edge.split.us348.us.us.1.i, %B0.endif
  %.197 = icmp sgt i64 %arg.field.5.0, 0
  br i1 %.197, label %B128.preheader, label %B178.endif

B128.preheader:                                   ; preds = %B0.endif.endif.endif
  %19 = shl i64 %arg.far.5.1, 3
  br label %B128

B178.endif:                                       ; preds = %B126.backedge, %B0.endif.endif.endif
  %.421 = icmp sgt i64 %arg.field.5.1, 0
  br i1 %.421, label %B210.preheader, label %B260.endif.endif

B210.preheader:                                   ; preds = %B178.endif
  %20 = shl i64 %arg.aside.5.1, 3
  br label %B210

B260.endif.endif:                                 ; preds = %B208.backedge, %B178.endif
  %21 = icmp slt i64 %arg.field.5.0, 1
  %.6.i = tail call double @hypot(double %arg.sx, double %arg.sy), !noalias !9
  br i1 %21, label %B574.endif, label %B334.endif.lr.ph

B334.endif.lr.ph:                                 ; preds = %B260.endif.endif
  %22 = icmp slt i64 %arg.field.5.1, 1
  %.1014 = fmul double %.6.i, 5.000000e-01
  br i1 %22, label %B574.endif, label %B334.endif.us.preheader

B334.endif.us.preheader:                          ; preds = %B334.endif.lr.ph
  %.147.i = fmul double %.1014, %.1014
  %23 = add nuw i64 %arg.field.5.0, 2305843009213693951
  %24 = mul i64 %arg.far.5.1, %23
  %25 = add i64 %24, %arg.field.5.1
  %26 = shl i64 %25, 3
  %scevgep = getelementptr i8, ptr %arg.far.4, i64 %26
  %27 = add nuw i64 %arg.field.5.1, %arg.field.5.0
  %28 = shl i64 %27, 3
  %29 = getelementptr i8, ptr %arg.aside.4, i64 %28
  %scevgep25 = getelementptr i8, ptr %29, i64 -8
  %min.iters.check = icmp ne i64 %arg.field.5.1, 1
  %ident.check.not = icmp eq i64 %arg.aside.5.1, 1
  %or.cond = select i1 %min.iters.check, i1 %ident.check.not, i1 false
  %bound0 = icmp ult ptr %arg.far.4, %scevgep25
  %bound1 = icmp ult ptr %arg.aside.4, %scevgep
  %found.conflict = and i1 %bound0, %bound1
  %.mask = and i64 %arg.far.5.1, 1152921504606846976
  %stride.check = icmp ne i64 %.mask, 0
  %30 = or i1 %found.conflict, %stride.check
  %n.vec = and i64 %arg.field.5.1, 9223372036854775806
  %broadcast.splatinsert = insertelement <2 x double> poison, double %.147.i, i64 0
  %broadcast.splat = shufflevector <2 x double> %broadcast.splatinsert, <2 x double> poison, <2 x i32> zeroinitializer
  %broadcast.splatinsert26 = insertelement <2 x double> poison, double %.1014, i64 0
  %broadcast.splat27 = shufflevector <2 x double> %broadcast.splatinsert26, <2 x double> poison, <2 x i32> zeroinitializer
  %31 = shl i64 %arg.far.5.1, 3
  %32 = shl i64 %arg.aside.5.1, 3
  br label %B334.endif.us

B334.endif.us:                                    ; preds = %B334.endif.us.preheader, %B366.B332.loopexit_crit_edge.us
  %lsr.iv33 = phi ptr [ %arg.far.4, %B334.endif.us.preheader ], [ %scevgep34, %B366.B332.loopexit_crit_edge.us ]
  %lsr.iv = phi ptr [ %arg.aside.4, %B334.endif.us.preheader ], [ %scevgep31, %B366.B332.loopexit_crit_edge.us ]
  %.726391403.us = phi i64 [ %.733.us, %B366.B332.loopexit_crit_edge.us ], [ 0, %B334.endif.us.preheader ]
  %or.cond.not = xor i1 %or.cond, true
  %brmerge = select i1 %or.cond.not, i1 true, i1 %30
  br i1 %brmerge, label %B368.endif.endif.us.preheader, label %vector.body.preheader

vector.body.preheader:                            ; preds = %B334.endif.us
  br label %vector.body

vector.body:                                      ; preds = %vector.body.preheader, %vector.body
  %index = phi i64 [ %index.next, %vector.body ], [ 0, %vector.body.preheader ]
  %33 = shl i64 %index, 3
  %scevgep35 = getelementptr i8, ptr %lsr.iv33, i64 %33
  %wide.load = load <2 x double>, ptr %scevgep35, align 8, !alias.scope !12, !noalias !15
  %34 = shl i64 %index, 3
  %scevgep32 = getelementptr i8, ptr %lsr.iv, i64 %34
  %wide.load28 = load <2 x double>, ptr %scevgep32, align 8, !alias.scope !15
  %35 = fcmp olt <2 x double> %wide.load28, %wide.load
  %36 = select <2 x i1> %35, <2 x double> %wide.load28, <2 x double> %wide.load
  %37 = fsub <2 x double> %36, %broadcast.splat
  %38 = fcmp olt <2 x double> %37, zeroinitializer
  %39 = select <2 x i1> %38, <2 x double> zeroinitializer, <2 x double> %37
  %40 = extractelement <2 x double> %39, i64 0
  %41 = extractelement <2 x double> %39, i64 1
  %42 = tail call double @llvm.sqrt.f64(double %40)
  %43 = tail call double @llvm.sqrt.f64(double %41)
  %44 = insertelement <2 x double> poison, double %42, i64 0
  %45 = insertelement <2 x double> %44, double %43, i64 1
  %46 = fsub <2 x double> %45, %broadcast.splat27
  %47 = fcmp olt <2 x double> %46, zeroinitializer
  %48 = select <2 x i1> %47, <2 x double> zeroinitializer, <2 x double> %46
  store <2 x double> %48, ptr %scevgep35, align 8, !alias.scope !12, !noalias !15
  %index.next = add nuw i64 %index, 2
  %49 = icmp eq i64 %n.vec, %index.next
  br i1 %49, label %middle.block, label %vector.body, !llvm.loop !17

middle.block:                                     ; preds = %vector.body
  %50 = icmp eq i64 %arg.field.5.1, %n.vec
  br i1 %50, label %B366.B332.loopexit_crit_edge.us, label %B368.endif.endif.us.preheader

B368.endif.endif.us.preheader:                    ; preds = %B334.endif.us, %middle.block
  %.847376381.us.ph = phi i64 [ %n.vec, %middle.block ], [ 0, %B334.endif.us ]
  %51 = mul i64 %32, %.847376381.us.ph
  %scevgep36 = getelementptr i8, ptr %lsr.iv, i64 %51
  br label %B368.endif.endif.us

B368.endif.endif.us:                              ; preds = %B368.endif.endif.us.preheader, %B368.endif.endif.us
  %lsr.iv37 = phi ptr [ %scevgep36, %B368.endif.endif.us.preheader ], [ %scevgep38, %B368.endif.endif.us ]
  %.847376381.us = phi i64 [ %.854.us, %B368.endif.endif.us ], [ %.847376381.us.ph, %B368.endif.endif.us.preheader ]
  %52 = shl i64 %.847376381.us, 3
  %scevgep39 = getelementptr i8, ptr %lsr.iv33, i64 %52
  %.929.us = load double, ptr %scevgep39, align 8
  %.980.us = load double, ptr %lsr.iv37, align 8
  %.854.us = add nuw nsw i64 %.847376381.us, 1
  %.10.i18 = fcmp olt double %.980.us, %.929.us
  %.11.i19 = select i1 %.10.i18, double %.980.us, double %.929.us
  %.1039.us = fsub double %.11.i19, %.147.i
  %.10.i20 = fcmp olt double %.1039.us, 0.000000e+00
  %.11.i21 = select i1 %.10.i20, double 0.000000e+00, double %.1039.us
  %sqrt = tail call double @llvm.sqrt.f64(double %.11.i21)
  %.1075.us = fsub double %sqrt, %.1014
  %.10.i22 = fcmp olt double %.1075.us, 0.000000e+00
  %.11.i23 = select i1 %.10.i22, double 0.000000e+00, double %.1075.us
  store double %.11.i23, ptr %scevgep39, align 8
  %scevgep38 = getelementptr i8, ptr %lsr.iv37, i64 %32
  %exitcond458.not = icmp eq i64 %arg.field.5.1, %.854.us
  br i1 %exitcond458.not, label %B366.B332.loopexit_crit_edge.us, label %B368.endif.endif.us, !llvm.loop !20

B366.B332.loopexit_crit_edge.us:                  ; preds = %B368.endif.endif.us, %middle.block
  %.733.us = add nuw nsw i64 %.726391403.us, 1
  %scevgep31 = getelementptr i8, ptr %lsr.iv, i64 8
  %scevgep34 = getelementptr i8, ptr %lsr.iv33, i64 %31
  %exitcond459.not = icmp eq i64 %.733.us, %arg.field.5.0
  br i1 %exitcond459.not, label %B574.endif, label %B334.endif.us

B574.endif:                                       ; preds = %B366.B332.loopexit_crit_edge.us, %B260.endif.endif, %B334.endif.lr.ph
  %.10.i = fcmp olt double %arg.sy, %arg.sx
  %.11.i = select i1 %.10.i, double %arg.sy, double %arg.sx
  %.1217 = call i32 @called_2(ptr nonnull %.1209, ptr nonnull %excinfo.11, ptr %arg.far.0, ptr %arg.far.1, i64 %arg.far.2, i64 %arg.far.3, ptr %arg.far.4, i64 %arg.far.5.0, i64 %arg.far.5.1, i64 %arg.far.6.0, i64 %arg.far.6.1, double %.11.i)
  %cond = icmp eq i32 %.1217, 0
  %retptr.excinfo = select i1 %cond, ptr %retptr, ptr %excinfo, !prof !4
  br label %common.ret
}

define linkonce_odr noundef range(i32 0, 2) i32 @called_1(ptr noalias writeonly captures(none) %retptr, ptr noalias readnone captures(none) %excinfo, ptr readnone captures(none) %arg.squared.0, ptr readnone captures(none) %arg.squared.1, i64 %arg.squared.2, i64 %arg.squared.3, ptr captures(none) %arg.squared.4, i64 %arg.squared.5.0, i64 %arg.squared.6.0, double %arg.pitch, ptr readnone captures(none) %arg.hull.0, ptr readnone captures(none) %arg.hull.1, i64 %arg.hull.2, i64 %arg.hull.3, ptr captures(none) %arg.hull.4, i64 %arg.hull.5.0, i64 %arg.hull.5.1, i64 %arg.hull.6.0, i64 %arg.hull.6.1) local_unnamed_addr #1 {
B0.endif:
  %.127441.not = icmp slt i64 %arg.squared.5.0, 1
  br i1 %.127441.not, label %common.ret, label %B66.lr.ph

B66.lr.ph:                                        ; preds = %B0.endif
  %.idx437 = shl i64 %arg.hull.5.1, 4
  %0 = getelementptr i8, ptr %arg.hull.4, i64 %.idx437
  %.378 = fmul double %arg.pitch, %arg.pitch
  %1 = getelementptr double, ptr %arg.hull.4, i64 %arg.hull.5.1
  %scevgep = getelementptr i8, ptr %arg.hull.4, i64 %.idx437
  %scevgep22 = getelementptr i8, ptr %arg.hull.4, i64 %.idx437
  br label %B66

B66:                                              ; preds = %B677, %B66.lr.ph
  %last.3.0444 = phi i64 [ -1, %B66.lr.ph ], [ %last.4.1, %B677 ]
  %.133440442 = phi i64 [ 0, %B66.lr.ph ], [ %.140, %B677 ]
  %.140 = add nuw nsw i64 %.133440442, 1
  %2 = getelementptr double, ptr %arg.squared.4, i64 %.133440442
  %.198 = load double, ptr %2, align 8
  %.199 = fcmp oeq double %.198, 0x7FF0000000000000
  br i1 %.199, label %B677, label %B114

B114:                                             ; preds = %B66
  %.223 = icmp sgt i64 %last.3.0444, -1
  br i1 %.223, label %B152.preheader, label %B320

B152.preheader:                                   ; preds = %B114
  %.385 = mul nuw nsw i64 %.133440442, %.133440442
  %.386 = uitofp nneg i64 %.385 to double
  %.391 = uitofp nneg i64 %.133440442 to double
  %3 = shl i64 %last.3.0444, 3
  %scevgep23 = getelementptr i8, ptr %scevgep22, i64 %3
  %scevgep28 = getelementptr i8, ptr %arg.hull.4, i64 %3
  br label %B152

B152:                                             ; preds = %B298, %B152.preheader
  %lsr.iv31 = phi i64 [ %lsr.iv.next32, %B298 ], [ %arg.hull.5.1, %B152.preheader ]
  %lsr.iv = phi i64 [ %lsr.iv.next, %B298 ], [ 1, %B152.preheader ]
  %4 = shl i64 %lsr.iv, 3
  %scevgep29 = getelementptr i8, ptr %scevgep28, i64 %4
  %scevgep30 = getelementptr i8, ptr %scevgep29, i64 -8
  %.288 = load double, ptr %scevgep30, align 8
  %5 = shl i64 %lsr.iv, 3
  %scevgep24 = getelementptr i8, ptr %scevgep23, i64 %5
  %scevgep25 = getelementptr i8, ptr %scevgep24, i64 -8
  %.374 = load double, ptr %scevgep25, align 8
  %.375 = fsub double %.198, %.374
  %.382 = fdiv double %.375, %.378
  %.387 = fadd double %.382, %.386
  %.388 = fmul double %.288, %.288
  %.389 = fsub double %.387, %.388
  %.392 = fsub double %.391, %.288
  %.393 = fmul double %.392, 2.000000e+00
  %.397 = fdiv double %.389, %.393
  %6 = shl i64 %lsr.iv31, 3
  %scevgep33 = getelementptr i8, ptr %scevgep28, i64 %6
  %.455 = load double, ptr %scevgep33, align 8
  %.457 = fcmp ogt double %.397, %.455
  br i1 %.457, label %10, label %B298

B298:                                             ; preds = %B152
  %lsr.iv.next = add nsw i64 %lsr.iv, -1
  %7 = add i64 %last.3.0444, %lsr.iv.next
  %lsr.iv.next32 = add i64 %lsr.iv31, -1
  %.481 = icmp sgt i64 %7, 0
  br i1 %.481, label %B152, label %9

B320:                                             ; preds = %B114
  %.pre459 = uitofp nneg i64 %.133440442 to double
  %8 = tail call { i64, i1 } @llvm.uadd.with.overflow.i64(i64 %last.3.0444, i64 1)
  %math = extractvalue { i64, i1 } %8, 0
  %ov = extractvalue { i64, i1 } %8, 1
  %spec.select = select i1 %ov, i64 0, i64 %arg.hull.5.1
  %.561475 = add i64 %spec.select, %math
  %.582476 = getelementptr double, ptr %arg.hull.4, i64 %.561475
  store double %.pre459, ptr %.582476, align 8
  %.640477 = getelementptr double, ptr %0, i64 %.561475
  store double %.198, ptr %.640477, align 8
  br label %16

9:                                                ; preds = %B298
  store double %.391, ptr %arg.hull.4, align 8
  store double %.198, ptr %0, align 8
  br label %16

10:                                               ; preds = %B152
  %11 = add i64 %last.3.0444, %lsr.iv
  %12 = shl i64 %last.3.0444, 3
  %scevgep26 = getelementptr i8, ptr %arg.hull.4, i64 %12
  %13 = shl i64 %lsr.iv, 3
  %scevgep27 = getelementptr i8, ptr %scevgep26, i64 %13
  store double %.391, ptr %scevgep27, align 8
  %14 = shl i64 %last.3.0444, 3
  %scevgep20 = getelementptr i8, ptr %scevgep, i64 %14
  %15 = shl i64 %lsr.iv, 3
  %scevgep21 = getelementptr i8, ptr %scevgep20, i64 %15
  store double %.198, ptr %scevgep21, align 8
  br label %16

16:                                               ; preds = %10, %9, %B320
  %.561481 = phi i64 [ %11, %10 ], [ 0, %9 ], [ %.561475, %B320 ]
  %.491470480 = phi i64 [ %11, %10 ], [ 0, %9 ], [ %math, %B320 ]
  %17 = phi double [ %.397, %10 ], [ 0xFFF0000000000000, %9 ], [ 0xFFF0000000000000, %B320 ]
  %.717 = getelementptr double, ptr %1, i64 %.561481
  store double %17, ptr %.717, align 8
  br label %B677

B426:                                             ; preds = %B677
  %.730.inv = icmp slt i64 %last.4.1, 0
  br i1 %.730.inv, label %common.ret, label %B504.lr.ph

B504.lr.ph:                                       ; preds = %B426
  %18 = shl i64 %arg.hull.5.1, 3
  %19 = add i64 %18, 16
  %scevgep15 = getelementptr i8, ptr %arg.hull.4, i64 %19
  %20 = add i64 %last.4.1, -1
  br label %B504

B504:                                             ; preds = %B608, %B504.lr.ph
  %nearest.2.0452 = phi i64 [ 0, %B504.lr.ph ], [ %nearest.3.1, %B608 ]
  %.848448450 = phi i64 [ 0, %B504.lr.ph ], [ %.855, %B608 ]
  %.855 = add nuw nsw i64 %.848448450, 1
  %.889 = icmp slt i64 %nearest.2.0452, %last.4.1
  br i1 %.889, label %B518, label %B504.B608_crit_edge

B504.B608_crit_edge:                              ; preds = %B504
  %.pre = uitofp nneg i64 %.848448450 to double
  br label %B608

B518:                                             ; preds = %B504
  %.931 = icmp slt i64 %nearest.2.0452, -1
  %.932 = select i1 %.931, i64 %arg.hull.5.1, i64 0
  %21 = getelementptr double, ptr %1, i64 %nearest.2.0452
  %22 = getelementptr i8, ptr %21, i64 8
  %.954 = getelementptr double, ptr %22, i64 %.932
  %.955 = load double, ptr %.954, align 8
  %.957 = uitofp nneg i64 %.848448450 to double
  %.958 = fcmp olt double %.955, %.957
  br i1 %.958, label %B552.preheader, label %B608

B552.preheader:                                   ; preds = %B518
  br label %B552

B552:                                             ; preds = %B552.preheader, %B574
  %nearest.4.2 = phi i64 [ %.964, %B574 ], [ %nearest.2.0452, %B552.preheader ]
  %exitcond457.not = icmp eq i64 %20, %nearest.4.2
  br i1 %exitcond457.not, label %B608, label %B574

B574:                                             ; preds = %B552
  %.964 = add i64 %nearest.4.2, 1
  %.1016 = icmp slt i64 %nearest.4.2, -2
  %23 = select i1 %.1016, i64 %18, i64 0
  %24 = shl i64 %nearest.4.2, 3
  %scevgep18 = getelementptr i8, ptr %scevgep15, i64 %23
  %scevgep19 = getelementptr i8, ptr %scevgep18, i64 %24
  %.1040 = load double, ptr %scevgep19, align 8
  %.1043 = fcmp olt double %.1040, %.957
  br i1 %.1043, label %B552, label %B608

B608:                                             ; preds = %B552, %B574, %B518, %B504.B608_crit_edge
  %.1113.pre-phi = phi double [ %.pre, %B504.B608_crit_edge ], [ %.957, %B518 ], [ %.957, %B552 ], [ %.957, %B574 ]
  %nearest.3.1 = phi i64 [ %nearest.2.0452, %B504.B608_crit_edge ], [ %nearest.2.0452, %B518 ], [ %last.4.1, %B552 ], [ %.964, %B574 ]
  %.1087 = icmp slt i64 %nearest.3.1, 0
  %.1088 = select i1 %.1087, i64 %arg.hull.5.1, i64 0
  %.1089 = add i64 %.1088, %nearest.3.1
  %.1110 = getelementptr double, ptr %arg.hull.4, i64 %.1089
  %.1111 = load double, ptr %.1110, align 8
  %.1114 = fsub double %.1113.pre-phi, %.1111
  %.1116 = fmul double %arg.pitch, %.1114
  %.147.i = fmul double %.1116, %.1116
  %.1196 = getelementptr double, ptr %0, i64 %.1089
  %.1197 = load double, ptr %.1196, align 8
  %.1198 = fadd double %.1197, %.147.i
  %25 = getelementptr double, ptr %arg.squared.4, i64 %.848448450
  store double %.1198, ptr %25, align 8
  %exitcond458.not = icmp eq i64 %.855, %arg.squared.5.0
  br i1 %exitcond458.not, label %common.ret, label %B504

common.ret:                                       ; preds = %B608, %B426, %B0.endif
  store ptr null, ptr %retptr, align 8
  ret i32 0

B677:                                             ; preds = %16, %B66
  %last.4.1 = phi i64 [ %.491470480, %16 ], [ %last.3.0444, %B66 ]
  %exitcond.not = icmp eq i64 %.140, %arg.squared.5.0
  br i1 %exitcond.not, label %B426, label %B66
}

declare { i64, i1 } @llvm.uadd.with.overflow.i64(i64, i64) #2

declare double @hypot(double, double) local_unnamed_addr #3

define linkonce_odr noundef range(i32 -1, -2) i32 @called_2(ptr noalias writeonly captures(none) %retptr, ptr noalias readnone captures(none) %excinfo, ptr readnone captures(none) %arg.far.0, ptr readnone captures(none) %arg.far.1, i64 %arg.far.2, i64 %arg.far.3, ptr captures(none) %arg.far.4, i64 %arg.far.5.0, i64 %arg.far.5.1, i64 %arg.far.6.0, i64 %arg.far.6.1, double %arg.pitch) local_unnamed_addr #1 {
B56.endif.lr.ph:
  %.250414.not = icmp slt i64 %arg.far.5.0, 1
  %.581 = add nsw i64 %arg.far.5.1, %arg.far.5.0
  %.583 = sitofp i64 %.581 to double
  %.584 = fmul double %arg.pitch, %.583
  %.396359.not = icmp slt i64 %arg.far.5.1, 1
  %or.cond = select i1 %.250414.not, i1 true, i1 %.396359.not
  br i1 %or.cond, label %common.ret, label %B56.endif.us.us.preheader

B56.endif.us.us.preheader:                        ; preds = %B56.endif.lr.ph
  %.801.us.us.us.us.peel.not = icmp eq i64 %arg.far.5.1, 1
  %.965.us.us.us.us.us35 = fneg double %.584
  br i1 %.801.us.us.us.us.peel.not, label %B106.us.us.us.us.preheader, label %B106.us.us.us.preheader

B106.us.us.us.preheader:                          ; preds = %B56.endif.us.us.preheader
  %0 = add nsw i64 %arg.far.5.1, -1
  %n.vec = and i64 %0, -4
  %1 = or disjoint i64 %n.vec, 1
  %2 = shl i64 %arg.far.5.1, 3
  %3 = mul i64 %arg.far.5.1, -8
  %scevgep158 = getelementptr i8, ptr %arg.far.4, i64 %3
  br label %B106.us.us.us

B106.us.us.us.us.preheader:                       ; preds = %B56.endif.us.us.preheader
  %.513.us.us.us.us.peel.us.peel = load double, ptr %arg.far.4, align 8
  %.514.us.us.us.us.peel.us.peel = fcmp ogt double %.513.us.us.us.us.peel.us.peel, 0.000000e+00
  br i1 %.514.us.us.us.us.peel.us.peel, label %B554.us.us.us.us.peel.us.peel, label %B553.us.us.us.us.3.peel.us.peel

B553.us.us.us.us.3.peel.us.peel:                  ; preds = %B106.us.us.us.us.preheader
  store double %.965.us.us.us.us.us35, ptr %arg.far.4, align 8
  br label %B554.us.us.us.us.peel.us.peel

B554.us.us.us.us.peel.us.peel:                    ; preds = %B553.us.us.us.us.3.peel.us.peel, %B106.us.us.us.us.preheader
  %exitcond541.not.us.peel = icmp eq i64 %arg.far.5.0, 1
  br i1 %exitcond541.not.us.peel, label %B106.us.us.us.1.preheader, label %B106.us.us.us.us.preheader35

B106.us.us.us.us.preheader35:                     ; preds = %B554.us.us.us.us.peel.us.peel
  br label %B106.us.us.us.us

B106.us.us.us.us:                                 ; preds = %B106.us.us.us.us.preheader35, %B554.us.us.us.us.peel.us
  %.256405417.us.us.us.us = phi i64 [ %.263.us.us.us.us, %B554.us.us.us.us.peel.us ], [ 1, %B106.us.us.us.us.preheader35 ]
  %.263.us.us.us.us = add nuw nsw i64 %.256405417.us.us.us.us, 1
  %4 = shl i64 %.256405417.us.us.us.us, 3
  %scevgep139 = getelementptr i8, ptr %arg.far.4, i64 %4
  %.513.us.us.us.us.peel.us = load double, ptr %scevgep139, align 8
  %.514.us.us.us.us.peel.us = fcmp ogt double %.513.us.us.us.us.peel.us, 0.000000e+00
  br i1 %.514.us.us.us.us.peel.us, label %B554.us.us.us.us.peel.us, label %B236.us.us.us.us.peel.us

B236.us.us.us.us.peel.us:                         ; preds = %B106.us.us.us.us
  %.768.us.us.us.us.peel.us.not = icmp sgt i64 %.256405417.us.us.us.us, %arg.far.5.0
  br i1 %.768.us.us.us.us.peel.us.not, label %B553.us.us.us.us.3.peel.us, label %B404.us.us.us.us.peel.us

B404.us.us.us.us.peel.us:                         ; preds = %B236.us.us.us.us.peel.us
  %5 = shl i64 %.256405417.us.us.us.us, 3
  %scevgep49 = getelementptr i8, ptr %arg.far.4, i64 %5
  %scevgep50 = getelementptr i8, ptr %scevgep49, i64 -8
  %.879.us.us.us.us.1.peel.us = load double, ptr %scevgep50, align 8
  %.884.us.us.us.us.1.peel.us = fcmp ole double %.879.us.us.us.us.1.peel.us, 0.000000e+00
  %.897.us.us.us.us.1.peel.us = fsub double %arg.pitch, %.879.us.us.us.us.1.peel.us
  %"$phi512.7.2.7.us.us.us.us.1.peel.us" = select i1 %.884.us.us.us.us.1.peel.us, double %.897.us.us.us.us.1.peel.us, double 0.000000e+00
  %.10.i7.us = fcmp olt double %"$phi512.7.2.7.us.us.us.us.1.peel.us", %.584
  %.11.i8.us = select i1 %.10.i7.us, double %"$phi512.7.2.7.us.us.us.us.1.peel.us", double %.584
  %.pre = fneg double %.11.i8.us
  br label %B553.us.us.us.us.3.peel.us

B553.us.us.us.us.3.peel.us:                       ; preds = %B404.us.us.us.us.peel.us, %B236.us.us.us.us.peel.us
  %.965.us.us.us.us.peel.us.pre-phi = phi double [ %.pre, %B404.us.us.us.us.peel.us ], [ %.965.us.us.us.us.us35, %B236.us.us.us.us.peel.us ]
  %sunkaddr = mul i64 %.256405417.us.us.us.us, 8
  %sunkaddr64 = getelementptr i8, ptr %arg.far.4, i64 %sunkaddr
  store double %.965.us.us.us.us.peel.us.pre-phi, ptr %sunkaddr64, align 8
  br label %B554.us.us.us.us.peel.us

B554.us.us.us.us.peel.us:                         ; preds = %B553.us.us.us.us.3.peel.us, %B106.us.us.us.us
  %exitcond541.not.us = icmp eq i64 %arg.far.5.0, %.263.us.us.us.us
  br i1 %exitcond541.not.us, label %B106.us.us.us.1.preheader, label %B106.us.us.us.us, !llvm.loop !21

B106.us.us.us:                                    ; preds = %B170.B104.loopexit_crit_edge.split.us.us.us.us.loopexit, %B106.us.us.us.preheader
  %lsr.iv159 = phi ptr [ %scevgep158, %B106.us.us.us.preheader ], [ %scevgep160, %B170.B104.loopexit_crit_edge.split.us.us.us.us.loopexit ]
  %lsr.iv140 = phi ptr [ %arg.far.4, %B106.us.us.us.preheader ], [ %scevgep141, %B170.B104.loopexit_crit_edge.split.us.us.us.us.loopexit ]
  %.256405417.us.us.us = phi i64 [ 0, %B106.us.us.us.preheader ], [ %.263.us.us.us, %B170.B104.loopexit_crit_edge.split.us.us.us.us.loopexit ]
  %.263.us.us.us = add nuw nsw i64 %.256405417.us.us.us, 1
  %.508.us.us.us = mul i64 %.256405417.us.us.us, %arg.far.5.1
  %6 = getelementptr double, ptr %arg.far.4, i64 %.508.us.us.us
  %.513.us.us.us.us.peel = load double, ptr %6, align 8
  %.514.us.us.us.us.peel = fcmp ogt double %.513.us.us.us.us.peel, 0.000000e+00
  br i1 %.514.us.us.us.us.peel, label %B554.us.us.us.us.peel, label %B236.us.us.us.us.peel

B236.us.us.us.us.peel:                            ; preds = %B106.us.us.us
  %.757.us.us.us.us.peel = icmp ne i64 %.256405417.us.us.us, 0
  %.768.us.us.us.us.peel = icmp sle i64 %.256405417.us.us.us, %arg.far.5.0
  %or.cond341.us.us.us.us.peel = and i1 %.757.us.us.us.us.peel, %.768.us.us.us.us.peel
  br i1 %or.cond341.us.us.us.us.peel, label %B404.us.us.us.us.peel, label %B553.us.us.us.us.3.peel

B404.us.us.us.us.peel:                            ; preds = %B236.us.us.us.us.peel
  %.756.us.us.us.us.peel = add nsw i64 %.256405417.us.us.us, -1
  %.874.us.us.us.us.peel = mul i64 %.756.us.us.us.us.peel, %arg.far.5.1
  %7 = getelementptr double, ptr %arg.far.4, i64 %.874.us.us.us.us.peel
  %.878.us.us.us.us.peel = getelementptr i8, ptr %7, i64 8
  %.879.us.us.us.us.peel = load double, ptr %.878.us.us.us.us.peel, align 8
  %.884.us.us.us.us.peel = fcmp ole double %.879.us.us.us.us.peel, 0.000000e+00
  %.897.us.us.us.us.peel = fsub double %arg.pitch, %.879.us.us.us.us.peel
  %"$phi512.7.2.7.us.us.us.us.peel" = select i1 %.884.us.us.us.us.peel, double %.897.us.us.us.us.peel, double 0.000000e+00
  %.10.i = fcmp olt double %"$phi512.7.2.7.us.us.us.us.peel", %.584
  %.11.i = select i1 %.10.i, double %"$phi512.7.2.7.us.us.us.us.peel", double %.584
  %.879.us.us.us.us.1.peel = load double, ptr %7, align 8
  %.884.us.us.us.us.1.peel = fcmp ole double %.879.us.us.us.us.1.peel, 0.000000e+00
  %.897.us.us.us.us.1.peel = fsub double %arg.pitch, %.879.us.us.us.us.1.peel
  %"$phi512.7.2.7.us.us.us.us.1.peel" = select i1 %.884.us.us.us.us.1.peel, double %.897.us.us.us.us.1.peel, double 0.000000e+00
  %.10.i7 = fcmp olt double %"$phi512.7.2.7.us.us.us.us.1.peel", %.11.i
  %.11.i8 = select i1 %.10.i7, double %"$phi512.7.2.7.us.us.us.us.1.peel", double %.11.i
  %.pre76 = fneg double %.11.i8
  br label %B553.us.us.us.us.3.peel

B553.us.us.us.us.3.peel:                          ; preds = %B404.us.us.us.us.peel, %B236.us.us.us.us.peel
  %.965.us.us.us.us.peel.pre-phi = phi double [ %.pre76, %B404.us.us.us.us.peel ], [ %.965.us.us.us.us.us35, %B236.us.us.us.us.peel ]
  %sunkaddr170 = shl i64 %.508.us.us.us, 3
  %sunkaddr171 = getelementptr i8, ptr %arg.far.4, i64 %sunkaddr170
  store double %.965.us.us.us.us.peel.pre-phi, ptr %sunkaddr171, align 8
  br label %B554.us.us.us.us.peel

B554.us.us.us.us.peel:                            ; preds = %B106.us.us.us, %B553.us.us.us.us.3.peel
  %.757.us.us.us.us = icmp ne i64 %.256405417.us.us.us, 0
  %.768.us.us.us.us = icmp sle i64 %.256405417.us.us.us, %arg.far.5.0
  %or.cond341.us.us.us.us = and i1 %.757.us.us.us.us, %.768.us.us.us.us
  %.768.us.us.us.us.3 = icmp sge i64 %.256405417.us.us.us, %arg.far.5.0
  %.768.us.us.us.us.3.fr = freeze i1 %.768.us.us.us.us.3
  %or.cond341.us.us.us.us.fr = freeze i1 %or.cond341.us.us.us.us
  br i1 %or.cond341.us.us.us.us.fr, label %B172.us.us.us.us.us.preheader, label %B172.us.us.us.us.peel.next.split

B172.us.us.us.us.us.preheader:                    ; preds = %B554.us.us.us.us.peel
  br label %B172.us.us.us.us.us

B172.us.us.us.us.us:                              ; preds = %B172.us.us.us.us.us.preheader, %B554.us.us.us.us.us
  %.402352362.us.us.us.us.us = phi i64 [ %.409.us.us.us.us.us, %B554.us.us.us.us.us ], [ 1, %B172.us.us.us.us.us.preheader ]
  %.409.us.us.us.us.us = add nuw i64 %.402352362.us.us.us.us.us, 1
  %8 = add i64 %.402352362.us.us.us.us.us, 1
  %9 = shl i64 %.402352362.us.us.us.us.us, 3
  %scevgep166 = getelementptr i8, ptr %lsr.iv140, i64 %9
  %.513.us.us.us.us.us = load double, ptr %scevgep166, align 8
  %.514.us.us.us.us.us = fcmp ogt double %.513.us.us.us.us.us, 0.000000e+00
  br i1 %.514.us.us.us.us.us, label %B554.us.us.us.us.us, label %B236.us.us.us.us.us

B236.us.us.us.us.us:                              ; preds = %B172.us.us.us.us.us
  %.801.us.us.us.us.us = icmp slt i64 %8, %arg.far.5.1
  br i1 %.801.us.us.us.us.us, label %B442.us.us.us.us.us, label %B404.us.us.us.us.1.us

B442.us.us.us.us.us:                              ; preds = %B236.us.us.us.us.us
  %10 = shl i64 %.402352362.us.us.us.us.us, 3
  %scevgep60 = getelementptr i8, ptr %lsr.iv159, i64 %10
  %scevgep61 = getelementptr i8, ptr %scevgep60, i64 8
  %.879.us.us.us.us.us = load double, ptr %scevgep61, align 8
  %.884.us.us.us.us.us = fcmp ole double %.879.us.us.us.us.us, 0.000000e+00
  %.897.us.us.us.us.us = fsub double %arg.pitch, %.879.us.us.us.us.us
  %"$phi512.7.2.7.us.us.us.us.us" = select i1 %.884.us.us.us.us.us, double %.897.us.us.us.us.us, double 0.000000e+00
  %.10.i9.us = fcmp olt double %"$phi512.7.2.7.us.us.us.us.us", %.584
  %.11.i10.us = select i1 %.10.i9.us, double %"$phi512.7.2.7.us.us.us.us.us", double %.584
  br label %B404.us.us.us.us.1.us

B404.us.us.us.us.1.us:                            ; preds = %B442.us.us.us.us.us, %B236.us.us.us.us.us
  %nearest.3.5.us.us.us.us.ph.us = phi double [ %.584, %B236.us.us.us.us.us ], [ %.11.i10.us, %B442.us.us.us.us.us ]
  %.801.us.us.us.us.1.us = icmp slt i64 %.402352362.us.us.us.us.us, %arg.far.5.1
  br i1 %.801.us.us.us.us.1.us, label %B442.us.us.us.us.1.us, label %B404.us.us.us.us.2.us

B442.us.us.us.us.1.us:                            ; preds = %B404.us.us.us.us.1.us
  %11 = shl i64 %.402352362.us.us.us.us.us, 3
  %scevgep59 = getelementptr i8, ptr %lsr.iv159, i64 %11
  %.879.us.us.us.us.1.us = load double, ptr %scevgep59, align 8
  %.884.us.us.us.us.1.us = fcmp ole double %.879.us.us.us.us.1.us, 0.000000e+00
  %.897.us.us.us.us.1.us = fsub double %arg.pitch, %.879.us.us.us.us.1.us
  %"$phi512.7.2.7.us.us.us.us.1.us" = select i1 %.884.us.us.us.us.1.us, double %.897.us.us.us.us.1.us, double 0.000000e+00
  %.10.i11.us = fcmp olt double %"$phi512.7.2.7.us.us.us.us.1.us", %nearest.3.5.us.us.us.us.ph.us
  %.11.i12.us = select i1 %.10.i11.us, double %"$phi512.7.2.7.us.us.us.us.1.us", double %nearest.3.5.us.us.us.us.ph.us
  br label %B404.us.us.us.us.2.us

B404.us.us.us.us.2.us:                            ; preds = %B442.us.us.us.us.1.us, %B404.us.us.us.us.1.us
  %nearest.3.5.us.us.us.us.1.ph.us = phi double [ %nearest.3.5.us.us.us.us.ph.us, %B404.us.us.us.us.1.us ], [ %.11.i12.us, %B442.us.us.us.us.1.us ]
  %.801.us.us.us.us.2.not.us = icmp sgt i64 %.402352362.us.us.us.us.us, %arg.far.5.1
  br i1 %.801.us.us.us.us.2.not.us, label %B553.us.us.us.us.3.us, label %B553.us.us.us.us.2.us

B553.us.us.us.us.2.us:                            ; preds = %B404.us.us.us.us.2.us
  %12 = shl i64 %.402352362.us.us.us.us.us, 3
  %scevgep57 = getelementptr i8, ptr %lsr.iv159, i64 %12
  %scevgep58 = getelementptr i8, ptr %scevgep57, i64 -8
  %.879.us.us.us.us.2.us = load double, ptr %scevgep58, align 8
  %.884.us.us.us.us.2.us = fcmp ole double %.879.us.us.us.us.2.us, 0.000000e+00
  %.897.us.us.us.us.2.us = fsub double %arg.pitch, %.879.us.us.us.us.2.us
  %"$phi512.7.2.7.us.us.us.us.2.us" = select i1 %.884.us.us.us.us.2.us, double %.897.us.us.us.us.2.us, double 0.000000e+00
  %.10.i13.us = fcmp olt double %"$phi512.7.2.7.us.us.us.us.2.us", %nearest.3.5.us.us.us.us.1.ph.us
  %.11.i14.us = select i1 %.10.i13.us, double %"$phi512.7.2.7.us.us.us.us.2.us", double %nearest.3.5.us.us.us.us.1.ph.us
  br i1 %.768.us.us.us.us.3.fr, label %B553.us.us.us.us.3.us, label %B442.us.us.us.us.3.us

B442.us.us.us.us.3.us:                            ; preds = %B553.us.us.us.us.2.us
  %13 = shl i64 %.402352362.us.us.us.us.us, 3
  %scevgep62 = getelementptr i8, ptr %lsr.iv140, i64 %13
  %scevgep63 = getelementptr i8, ptr %scevgep62, i64 -8
  %.879.us.us.us.us.3.us = load double, ptr %scevgep63, align 8
  %.884.us.us.us.us.3.us = fcmp ole double %.879.us.us.us.us.3.us, 0.000000e+00
  %.897.us.us.us.us.3.us = fsub double %arg.pitch, %.879.us.us.us.us.3.us
  %"$phi512.7.2.7.us.us.us.us.3.us" = select i1 %.884.us.us.us.us.3.us, double %.897.us.us.us.us.3.us, double 0.000000e+00
  %.10.i15.us = fcmp olt double %"$phi512.7.2.7.us.us.us.us.3.us", %.11.i14.us
  %.11.i16.us = select i1 %.10.i15.us, double %"$phi512.7.2.7.us.us.us.us.3.us", double %.11.i14.us
  br label %B553.us.us.us.us.3.us

B553.us.us.us.us.3.us:                            ; preds = %B442.us.us.us.us.3.us, %B553.us.us.us.us.2.us, %B404.us.us.us.us.2.us
  %nearest.3.5.us.us.us.us.3.us = phi double [ %.11.i16.us, %B442.us.us.us.us.3.us ], [ %.11.i14.us, %B553.us.us.us.us.2.us ], [ %nearest.3.5.us.us.us.us.1.ph.us, %B404.us.us.us.us.2.us ]
  %.965.us.us.us.us.us = fneg double %nearest.3.5.us.us.us.us.3.us
  %sunkaddr65 = mul i64 %.402352362.us.us.us.us.us, 8
  %sunkaddr66 = getelementptr i8, ptr %lsr.iv140, i64 %sunkaddr65
  store double %.965.us.us.us.us.us, ptr %sunkaddr66, align 8
  br label %B554.us.us.us.us.us

B554.us.us.us.us.us:                              ; preds = %B553.us.us.us.us.3.us, %B172.us.us.us.us.us
  %exitcond.not.us = icmp eq i64 %arg.far.5.1, %.409.us.us.us.us.us
  br i1 %exitcond.not.us, label %B170.B104.loopexit_crit_edge.split.us.us.us.us.loopexit, label %B172.us.us.us.us.us, !llvm.loop !23

B172.us.us.us.us.peel.next.split:                 ; preds = %B554.us.us.us.us.peel
  br i1 %.768.us.us.us.us.3.fr, label %B172.us.us.us.us.us25.preheader, label %B172.us.us.us.us.preheader

B172.us.us.us.us.preheader:                       ; preds = %B172.us.us.us.us.peel.next.split
  br label %B172.us.us.us.us

B172.us.us.us.us.us25.preheader:                  ; preds = %B172.us.us.us.us.peel.next.split
  %14 = icmp slt i64 %arg.far.5.1, 5
  br i1 %14, label %B172.us.us.us.us.us25.preheader30, label %vector.body.preheader

vector.body.preheader:                            ; preds = %B172.us.us.us.us.us25.preheader
  br label %vector.body

vector.body:                                      ; preds = %vector.body.preheader, %pred.store.continue98
  %index = phi i64 [ %index.next, %pred.store.continue98 ], [ 0, %vector.body.preheader ]
  %15 = shl i64 %index, 3
  %scevgep155 = getelementptr i8, ptr %lsr.iv140, i64 %15
  %scevgep156 = getelementptr i8, ptr %scevgep155, i64 8
  %scevgep154 = getelementptr i8, ptr %scevgep155, i64 24
  %wide.load = load <2 x double>, ptr %scevgep156, align 8
  %wide.load92 = load <2 x double>, ptr %scevgep154, align 8
  %16 = extractelement <2 x double> %wide.load, i64 0
  %17 = fcmp ule double %16, 0.000000e+00
  br i1 %17, label %pred.store.if, label %pred.store.continue

pred.store.if:                                    ; preds = %vector.body
  %sunkaddr67 = mul i64 %index, 8
  %sunkaddr68 = getelementptr i8, ptr %lsr.iv140, i64 %sunkaddr67
  %sunkaddr69 = getelementptr i8, ptr %sunkaddr68, i64 8
  store double %.965.us.us.us.us.us35, ptr %sunkaddr69, align 8
  br label %pred.store.continue

pred.store.continue:                              ; preds = %pred.store.if, %vector.body
  %18 = extractelement <2 x double> %wide.load, i64 1
  %19 = fcmp ule double %18, 0.000000e+00
  br i1 %19, label %pred.store.if93, label %pred.store.continue94

pred.store.if93:                                  ; preds = %pred.store.continue
  %20 = shl i64 %index, 3
  %scevgep55 = getelementptr i8, ptr %lsr.iv140, i64 %20
  %scevgep56 = getelementptr i8, ptr %scevgep55, i64 16
  store double %.965.us.us.us.us.us35, ptr %scevgep56, align 8
  br label %pred.store.continue94

pred.store.continue94:                            ; preds = %pred.store.if93, %pred.store.continue
  %21 = extractelement <2 x double> %wide.load92, i64 0
  %22 = fcmp ule double %21, 0.000000e+00
  br i1 %22, label %pred.store.if95, label %pred.store.continue96

pred.store.if95:                                  ; preds = %pred.store.continue94
  %sunkaddr70 = mul i64 %index, 8
  %sunkaddr71 = getelementptr i8, ptr %lsr.iv140, i64 %sunkaddr70
  %sunkaddr72 = getelementptr i8, ptr %sunkaddr71, i64 24
  store double %.965.us.us.us.us.us35, ptr %sunkaddr72, align 8
  br label %pred.store.continue96

pred.store.continue96:                            ; preds = %pred.store.if95, %pred.store.continue94
  %23 = extractelement <2 x double> %wide.load92, i64 1
  %24 = fcmp ule double %23, 0.000000e+00
  br i1 %24, label %pred.store.if97, label %pred.store.continue98

pred.store.if97:                                  ; preds = %pred.store.continue96
  %25 = shl i64 %index, 3
  %scevgep53 = getelementptr i8, ptr %lsr.iv140, i64 %25
  %scevgep54 = getelementptr i8, ptr %scevgep53, i64 32
  store double %.965.us.us.us.us.us35, ptr %scevgep54, align 8
  br label %pred.store.continue98

pred.store.continue98:                            ; preds = %pred.store.if97, %pred.store.continue96
  %index.next = add nuw i64 %index, 4
  %26 = icmp eq i64 %n.vec, %index.next
  br i1 %26, label %middle.block, label %vector.body, !llvm.loop !24

middle.block:                                     ; preds = %pred.store.continue98
  %27 = icmp eq i64 %0, %n.vec
  br i1 %27, label %B170.B104.loopexit_crit_edge.split.us.us.us.us.loopexit, label %B172.us.us.us.us.us25.preheader30

B172.us.us.us.us.us25.preheader30:                ; preds = %middle.block, %B172.us.us.us.us.us25.preheader
  %.402352362.us.us.us.us.us26.ph = phi i64 [ %1, %middle.block ], [ 1, %B172.us.us.us.us.us25.preheader ]
  br label %B172.us.us.us.us.us25

B172.us.us.us.us.us25:                            ; preds = %B172.us.us.us.us.us25.preheader30, %B554.us.us.us.us.us36
  %.402352362.us.us.us.us.us26 = phi i64 [ %.409.us.us.us.us.us27, %B554.us.us.us.us.us36 ], [ %.402352362.us.us.us.us.us26.ph, %B172.us.us.us.us.us25.preheader30 ]
  %.409.us.us.us.us.us27 = add nuw nsw i64 %.402352362.us.us.us.us.us26, 1
  %28 = shl i64 %.402352362.us.us.us.us.us26, 3
  %scevgep157 = getelementptr i8, ptr %lsr.iv140, i64 %28
  %.513.us.us.us.us.us28 = load double, ptr %scevgep157, align 8
  %.514.us.us.us.us.us29 = fcmp ogt double %.513.us.us.us.us.us28, 0.000000e+00
  br i1 %.514.us.us.us.us.us29, label %B554.us.us.us.us.us36, label %B236.us.us.us.us.us30

B236.us.us.us.us.us30:                            ; preds = %B172.us.us.us.us.us25
  %sunkaddr73 = mul i64 %.402352362.us.us.us.us.us26, 8
  %sunkaddr74 = getelementptr i8, ptr %lsr.iv140, i64 %sunkaddr73
  store double %.965.us.us.us.us.us35, ptr %sunkaddr74, align 8
  br label %B554.us.us.us.us.us36

B554.us.us.us.us.us36:                            ; preds = %B236.us.us.us.us.us30, %B172.us.us.us.us.us25
  %exitcond.not.us37 = icmp eq i64 %arg.far.5.1, %.409.us.us.us.us.us27
  br i1 %exitcond.not.us37, label %B170.B104.loopexit_crit_edge.split.us.us.us.us.loopexit, label %B172.us.us.us.us.us25, !llvm.loop !25

B172.us.us.us.us:                                 ; preds = %B172.us.us.us.us.preheader, %B554.us.us.us.us
  %.402352362.us.us.us.us = phi i64 [ %.409.us.us.us.us, %B554.us.us.us.us ], [ 1, %B172.us.us.us.us.preheader ]
  %.409.us.us.us.us = add nuw nsw i64 %.402352362.us.us.us.us, 1
  %29 = shl i64 %.402352362.us.us.us.us, 3
  %scevgep144 = getelementptr i8, ptr %lsr.iv140, i64 %29
  %.513.us.us.us.us = load double, ptr %scevgep144, align 8
  %.514.us.us.us.us = fcmp ogt double %.513.us.us.us.us, 0.000000e+00
  br i1 %.514.us.us.us.us, label %B554.us.us.us.us, label %B236.us.us.us.us

B236.us.us.us.us:                                 ; preds = %B172.us.us.us.us
  %.801.us.us.us.us.3.not = icmp sgt i64 %.402352362.us.us.us.us, %arg.far.5.1
  br i1 %.801.us.us.us.us.3.not, label %B553.us.us.us.us.3, label %B442.us.us.us.us.3

B442.us.us.us.us.3:                               ; preds = %B236.us.us.us.us
  %30 = shl i64 %.402352362.us.us.us.us, 3
  %scevgep51 = getelementptr i8, ptr %lsr.iv140, i64 %30
  %scevgep52 = getelementptr i8, ptr %scevgep51, i64 -8
  %.879.us.us.us.us.3 = load double, ptr %scevgep52, align 8
  %.884.us.us.us.us.3 = fcmp ole double %.879.us.us.us.us.3, 0.000000e+00
  %.897.us.us.us.us.3 = fsub double %arg.pitch, %.879.us.us.us.us.3
  %"$phi512.7.2.7.us.us.us.us.3" = select i1 %.884.us.us.us.us.3, double %.897.us.us.us.us.3, double 0.000000e+00
  %.10.i15 = fcmp olt double %"$phi512.7.2.7.us.us.us.us.3", %.584
  %.11.i16 = select i1 %.10.i15, double %"$phi512.7.2.7.us.us.us.us.3", double %.584
  %.pre75 = fneg double %.11.i16
  br label %B553.us.us.us.us.3

B553.us.us.us.us.3:                               ; preds = %B442.us.us.us.us.3, %B236.us.us.us.us
  %.965.us.us.us.us.pre-phi = phi double [ %.pre75, %B442.us.us.us.us.3 ], [ %.965.us.us.us.us.us35, %B236.us.us.us.us ]
  %sunkaddr75 = mul i64 %.402352362.us.us.us.us, 8
  %sunkaddr76 = getelementptr i8, ptr %lsr.iv140, i64 %sunkaddr75
  store double %.965.us.us.us.us.pre-phi, ptr %sunkaddr76, align 8
  br label %B554.us.us.us.us

B554.us.us.us.us:                                 ; preds = %B553.us.us.us.us.3, %B172.us.us.us.us
  %exitcond.not = icmp eq i64 %arg.far.5.1, %.409.us.us.us.us
  br i1 %exitcond.not, label %B170.B104.loopexit_crit_edge.split.us.us.us.us.loopexit, label %B172.us.us.us.us, !llvm.loop !23

B170.B104.loopexit_crit_edge.split.us.us.us.us.loopexit: ; preds = %B554.us.us.us.us, %B554.us.us.us.us.us36, %B554.us.us.us.us.us, %middle.block
  %scevgep141 = getelementptr i8, ptr %lsr.iv140, i64 %2
  %scevgep160 = getelementptr i8, ptr %lsr.iv159, i64 %2
  %exitcond541.not = icmp eq i64 %arg.far.5.0, %.263.us.us.us
  br i1 %exitcond541.not, label %B106.us.us.us.1.preheader, label %B106.us.us.us

B106.us.us.us.1.preheader:                        ; preds = %B170.B104.loopexit_crit_edge.split.us.us.us.us.loopexit, %B554.us.us.us.us.peel.us, %B554.us.us.us.us.peel.us.peel
  %scevgep = getelementptr i8, ptr %arg.far.4, i64 -8
  %31 = add nsw i64 %arg.far.5.1, -1
  %scevgep115 = getelementptr i8, ptr %arg.far.4, i64 -16
  %32 = shl i64 %arg.far.5.0, 3
  %33 = add i64 %32, 8
  %34 = mul i64 %33, %arg.far.5.1
  %35 = getelementptr i8, ptr %arg.far.4, i64 %34
  %scevgep125 = getelementptr i8, ptr %35, i64 -8
  %36 = mul i64 %arg.far.5.1, -8
  %37 = shl i64 %arg.far.5.1, 3
  %invariant.gep = getelementptr i8, ptr %arg.far.4, i64 %37
  br label %B106.us.us.us.1

B106.us.us.us.1:                                  ; preds = %B170.B104.loopexit_crit_edge.split.us.us.us.us.1, %B106.us.us.us.1.preheader
  %lsr.iv126 = phi ptr [ %scevgep125, %B106.us.us.us.1.preheader ], [ %scevgep127, %B170.B104.loopexit_crit_edge.split.us.us.us.us.1 ]
  %.256405417.us.us.us.1 = phi i64 [ 0, %B106.us.us.us.1.preheader ], [ %.263.us.us.us.1, %B170.B104.loopexit_crit_edge.split.us.us.us.us.1 ]
  %.263.us.us.us.1 = add nuw nsw i64 %.256405417.us.us.us.1, 1
  %38 = xor i64 %.256405417.us.us.us.1, -1
  %.304.us.us.us.1 = add nsw i64 %arg.far.5.0, %38
  %.304.us.us.us.1.fr = freeze i64 %.304.us.us.us.1
  %.486.us.us.us.1 = icmp slt i64 %.304.us.us.us.1.fr, 0
  %.487.us.us.us.1 = select i1 %.486.us.us.us.1, i64 %arg.far.5.0, i64 0
  %.488.us.us.us.1 = add i64 %.487.us.us.us.1, %.304.us.us.us.1.fr
  %.756.us.us.us.us.1543 = sub nsw i64 %arg.far.5.0, %.256405417.us.us.us.1
  %.757.us.us.us.us.1544 = icmp sgt i64 %.756.us.us.us.us.1543, -1
  %.768.us.us.us.us.1545 = icmp ne i64 %.256405417.us.us.us.1, 0
  %or.cond341.us.us.us.us.1546 = and i1 %.768.us.us.us.us.1545, %.757.us.us.us.us.1544
  %.874.us.us.us.us.1551 = mul i64 %.756.us.us.us.us.1543, %arg.far.5.1
  %or.cond341.us.us.us.us.1546.fr = freeze i1 %or.cond341.us.us.us.us.1546
  br i1 %or.cond341.us.us.us.us.1546.fr, label %B172.us.us.us.us.1.us.preheader, label %B106.us.us.us.1.split

B172.us.us.us.us.1.us.preheader:                  ; preds = %B106.us.us.us.1
  %.508.us.us.us.1 = mul i64 %.488.us.us.us.1, %arg.far.5.1
  %gep = getelementptr double, ptr %invariant.gep, i64 %.508.us.us.us.1
  %sunkaddr180 = getelementptr i8, ptr %gep, i64 -8
  %.513.us.us.us.us.1.us.peel = load double, ptr %sunkaddr180, align 8
  %.514.us.us.us.us.1.us.peel = fcmp ogt double %.513.us.us.us.us.1.us.peel, 0.000000e+00
  br i1 %.514.us.us.us.us.1.us.peel, label %B554.us.us.us.us.1.us.peel, label %B404.us.us.us.us.2.1.us.peel

B404.us.us.us.us.2.1.us.peel:                     ; preds = %B172.us.us.us.us.1.us.preheader
  %39 = icmp eq i64 %arg.far.5.1, 1
  %.574.us.us.us.us.1.us.peel = fneg double %.513.us.us.us.us.1.us.peel
  %gep12 = getelementptr double, ptr %invariant.gep, i64 %.874.us.us.us.us.1551
  %sunkaddr183 = getelementptr i8, ptr %gep12, i64 -8
  %.879.us.us.us.us.1.1.us.peel = load double, ptr %sunkaddr183, align 8
  %.884.us.us.us.us.1.1.us.peel = fcmp ole double %.879.us.us.us.us.1.1.us.peel, 0.000000e+00
  %.897.us.us.us.us.1.1.us.peel = fsub double %arg.pitch, %.879.us.us.us.us.1.1.us.peel
  %"$phi512.7.2.7.us.us.us.us.1.1.us.peel" = select i1 %.884.us.us.us.us.1.1.us.peel, double %.897.us.us.us.us.1.1.us.peel, double 0.000000e+00
  %.10.i19.us.peel = fcmp olt double %"$phi512.7.2.7.us.us.us.us.1.1.us.peel", %.574.us.us.us.us.1.us.peel
  %.11.i20.us.peel = select i1 %.10.i19.us.peel, double %"$phi512.7.2.7.us.us.us.us.1.1.us.peel", double %.574.us.us.us.us.1.us.peel
  br i1 %39, label %B553.us.us.us.us.3.1.us.peel, label %B442.us.us.us.us.2.1.us.peel

B442.us.us.us.us.2.1.us.peel:                     ; preds = %B404.us.us.us.us.2.1.us.peel
  %sunkaddr77 = mul i64 %.874.us.us.us.us.1551, 8
  %sunkaddr78 = getelementptr i8, ptr %invariant.gep, i64 %sunkaddr77
  %sunkaddr79 = getelementptr i8, ptr %sunkaddr78, i64 -16
  %.879.us.us.us.us.2.1.us.peel = load double, ptr %sunkaddr79, align 8
  %.884.us.us.us.us.2.1.us.peel = fcmp ole double %.879.us.us.us.us.2.1.us.peel, 0.000000e+00
  %.897.us.us.us.us.2.1.us.peel = fsub double %arg.pitch, %.879.us.us.us.us.2.1.us.peel
  %"$phi512.7.2.7.us.us.us.us.2.1.us.peel" = select i1 %.884.us.us.us.us.2.1.us.peel, double %.897.us.us.us.us.2.1.us.peel, double 0.000000e+00
  %.10.i21.us.peel = fcmp olt double %"$phi512.7.2.7.us.us.us.us.2.1.us.peel", %.11.i20.us.peel
  %.11.i22.us.peel = select i1 %.10.i21.us.peel, double %"$phi512.7.2.7.us.us.us.us.2.1.us.peel", double %.11.i20.us.peel
  br label %B553.us.us.us.us.3.1.us.peel

B553.us.us.us.us.3.1.us.peel:                     ; preds = %B442.us.us.us.us.2.1.us.peel, %B404.us.us.us.us.2.1.us.peel
  %nearest.3.5.us.us.us.us.2.1.us.peel = phi double [ %.11.i20.us.peel, %B404.us.us.us.us.2.1.us.peel ], [ %.11.i22.us.peel, %B442.us.us.us.us.2.1.us.peel ]
  %.965.us.us.us.us.1.us.peel = fneg double %nearest.3.5.us.us.us.us.2.1.us.peel
  %sunkaddr80 = mul i64 %.508.us.us.us.1, 8
  %sunkaddr81 = getelementptr i8, ptr %invariant.gep, i64 %sunkaddr80
  %sunkaddr82 = getelementptr i8, ptr %sunkaddr81, i64 -8
  store double %.965.us.us.us.us.1.us.peel, ptr %sunkaddr82, align 8
  br label %B554.us.us.us.us.1.us.peel

B554.us.us.us.us.1.us.peel:                       ; preds = %B553.us.us.us.us.3.1.us.peel, %B172.us.us.us.us.1.us.preheader
  %40 = icmp eq i64 %arg.far.5.1, 1
  br i1 %40, label %B170.B104.loopexit_crit_edge.split.us.us.us.us.1, label %B172.us.us.us.us.1.us.preheader106

B172.us.us.us.us.1.us.preheader106:               ; preds = %B554.us.us.us.us.1.us.peel
  %41 = shl i64 %.304.us.us.us.1.fr, 3
  %42 = add i64 %41, 8
  %43 = mul i64 %42, %arg.far.5.1
  %scevgep123 = getelementptr i8, ptr %scevgep, i64 %43
  %44 = shl i64 %.488.us.us.us.1, 3
  %45 = add i64 %44, 8
  %46 = mul i64 %45, %arg.far.5.1
  %scevgep134 = getelementptr i8, ptr %scevgep115, i64 %46
  br label %B172.us.us.us.us.1.us

B172.us.us.us.us.1.us:                            ; preds = %B554.us.us.us.us.1.us, %B172.us.us.us.us.1.us.preheader106
  %lsr.iv120 = phi i64 [ 0, %B172.us.us.us.us.1.us.preheader106 ], [ %lsr.iv.next121, %B554.us.us.us.us.1.us ]
  %47 = add i64 %arg.far.5.1, %lsr.iv120
  %48 = add i64 %47, -2
  %.489.us.us.us.us.1.us = icmp slt i64 %48, 0
  %49 = select i1 %.489.us.us.us.us.1.us, i64 %37, i64 0
  %scevgep135 = getelementptr i8, ptr %scevgep134, i64 %49
  %50 = shl i64 %lsr.iv120, 3
  %scevgep136 = getelementptr i8, ptr %scevgep135, i64 %50
  %.513.us.us.us.us.1.us = load double, ptr %scevgep136, align 8
  %.514.us.us.us.us.1.us = fcmp ogt double %.513.us.us.us.us.1.us, 0.000000e+00
  br i1 %.514.us.us.us.us.1.us, label %B554.us.us.us.us.1.us, label %B236.us.us.us.us.1.us

B236.us.us.us.us.1.us:                            ; preds = %B172.us.us.us.us.1.us
  %.574.us.us.us.us.1.us = fneg double %.513.us.us.us.us.1.us
  %51 = add i64 %arg.far.5.1, %lsr.iv120
  %52 = add i64 %51, -1
  %.791.us.us.us.us.1547.us = icmp slt i64 %52, 0
  br i1 %.791.us.us.us.us.1547.us, label %B404.us.us.us.us.1.1.us, label %B442.us.us.us.us.1559.us

B442.us.us.us.us.1559.us:                         ; preds = %B236.us.us.us.us.1.us
  %53 = shl i64 %lsr.iv120, 3
  %scevgep43 = getelementptr i8, ptr %lsr.iv126, i64 %53
  %.879.us.us.us.us.1553.us = load double, ptr %scevgep43, align 8
  %.884.us.us.us.us.1554.us = fcmp ole double %.879.us.us.us.us.1553.us, 0.000000e+00
  %.897.us.us.us.us.1555.us = fsub double %arg.pitch, %.879.us.us.us.us.1553.us
  %"$phi512.7.2.7.us.us.us.us.1556.us" = select i1 %.884.us.us.us.us.1554.us, double %.897.us.us.us.us.1555.us, double 0.000000e+00
  %.10.i17.us = fcmp olt double %"$phi512.7.2.7.us.us.us.us.1556.us", %.574.us.us.us.us.1.us
  %.11.i18.us = select i1 %.10.i17.us, double %"$phi512.7.2.7.us.us.us.us.1556.us", double %.574.us.us.us.us.1.us
  br label %B404.us.us.us.us.1.1.us

B404.us.us.us.us.1.1.us:                          ; preds = %B442.us.us.us.us.1559.us, %B236.us.us.us.us.1.us
  %nearest.3.5.us.us.us.us.1560.ph.us = phi double [ %.574.us.us.us.us.1.us, %B236.us.us.us.us.1.us ], [ %.11.i18.us, %B442.us.us.us.us.1559.us ]
  %.791.us.us.us.us.1.1.us = icmp sgt i64 %48, -1
  br i1 %.791.us.us.us.us.1.1.us, label %B404.us.us.us.us.2.1.us, label %B553.us.us.us.us.2.1.us

B404.us.us.us.us.2.1.us:                          ; preds = %B404.us.us.us.us.1.1.us
  %54 = shl i64 %lsr.iv120, 3
  %scevgep46 = getelementptr i8, ptr %lsr.iv126, i64 %54
  %scevgep47 = getelementptr i8, ptr %scevgep46, i64 -8
  %.879.us.us.us.us.1.1.us = load double, ptr %scevgep47, align 8
  %.884.us.us.us.us.1.1.us = fcmp ole double %.879.us.us.us.us.1.1.us, 0.000000e+00
  %.897.us.us.us.us.1.1.us = fsub double %arg.pitch, %.879.us.us.us.us.1.1.us
  %"$phi512.7.2.7.us.us.us.us.1.1.us" = select i1 %.884.us.us.us.us.1.1.us, double %.897.us.us.us.us.1.1.us, double 0.000000e+00
  %.10.i19.us = fcmp olt double %"$phi512.7.2.7.us.us.us.us.1.1.us", %nearest.3.5.us.us.us.us.1560.ph.us
  %.11.i20.us = select i1 %.10.i19.us, double %"$phi512.7.2.7.us.us.us.us.1.1.us", double %nearest.3.5.us.us.us.us.1560.ph.us
  %.791.us.us.us.us.2.1.not.us = icmp eq i64 %48, 0
  br i1 %.791.us.us.us.us.2.1.not.us, label %B553.us.us.us.us.2.1.us, label %B442.us.us.us.us.2.1.us

B442.us.us.us.us.2.1.us:                          ; preds = %B404.us.us.us.us.2.1.us
  %55 = shl i64 %lsr.iv120, 3
  %scevgep44 = getelementptr i8, ptr %lsr.iv126, i64 %55
  %scevgep45 = getelementptr i8, ptr %scevgep44, i64 -16
  %.879.us.us.us.us.2.1.us = load double, ptr %scevgep45, align 8
  %.884.us.us.us.us.2.1.us = fcmp ole double %.879.us.us.us.us.2.1.us, 0.000000e+00
  %.897.us.us.us.us.2.1.us = fsub double %arg.pitch, %.879.us.us.us.us.2.1.us
  %"$phi512.7.2.7.us.us.us.us.2.1.us" = select i1 %.884.us.us.us.us.2.1.us, double %.897.us.us.us.us.2.1.us, double 0.000000e+00
  %.10.i21.us = fcmp olt double %"$phi512.7.2.7.us.us.us.us.2.1.us", %.11.i20.us
  %.11.i22.us = select i1 %.10.i21.us, double %"$phi512.7.2.7.us.us.us.us.2.1.us", double %.11.i20.us
  br label %B553.us.us.us.us.2.1.us

B553.us.us.us.us.2.1.us:                          ; preds = %B442.us.us.us.us.2.1.us, %B404.us.us.us.us.2.1.us, %B404.us.us.us.us.1.1.us
  %nearest.3.5.us.us.us.us.2.1.us = phi double [ %.11.i20.us, %B404.us.us.us.us.2.1.us ], [ %nearest.3.5.us.us.us.us.1560.ph.us, %B404.us.us.us.us.1.1.us ], [ %.11.i22.us, %B442.us.us.us.us.2.1.us ]
  %56 = or i64 %52, %.304.us.us.us.1.fr
  %brmerge.not = icmp sgt i64 %56, -1
  br i1 %brmerge.not, label %B442.us.us.us.us.3.1.us, label %B553.us.us.us.us.3.1.us

B442.us.us.us.us.3.1.us:                          ; preds = %B553.us.us.us.us.2.1.us
  %57 = shl i64 %lsr.iv120, 3
  %scevgep48 = getelementptr i8, ptr %scevgep123, i64 %57
  %.879.us.us.us.us.3.1.us = load double, ptr %scevgep48, align 8
  %.884.us.us.us.us.3.1.us = fcmp ole double %.879.us.us.us.us.3.1.us, 0.000000e+00
  %.897.us.us.us.us.3.1.us = fsub double %arg.pitch, %.879.us.us.us.us.3.1.us
  %"$phi512.7.2.7.us.us.us.us.3.1.us" = select i1 %.884.us.us.us.us.3.1.us, double %.897.us.us.us.us.3.1.us, double 0.000000e+00
  %.10.i23.us = fcmp olt double %"$phi512.7.2.7.us.us.us.us.3.1.us", %nearest.3.5.us.us.us.us.2.1.us
  %.11.i24.us = select i1 %.10.i23.us, double %"$phi512.7.2.7.us.us.us.us.3.1.us", double %nearest.3.5.us.us.us.us.2.1.us
  br label %B553.us.us.us.us.3.1.us

B553.us.us.us.us.3.1.us:                          ; preds = %B442.us.us.us.us.3.1.us, %B553.us.us.us.us.2.1.us
  %nearest.3.5.us.us.us.us.3.1.us = phi double [ %.11.i24.us, %B442.us.us.us.us.3.1.us ], [ %nearest.3.5.us.us.us.us.2.1.us, %B553.us.us.us.us.2.1.us ]
  %.965.us.us.us.us.1.us = fneg double %nearest.3.5.us.us.us.us.3.1.us
  %sunkaddr83 = mul i64 %lsr.iv120, 8
  %sunkaddr84 = getelementptr i8, ptr %scevgep135, i64 %sunkaddr83
  store double %.965.us.us.us.us.1.us, ptr %sunkaddr84, align 8
  br label %B554.us.us.us.us.1.us

B554.us.us.us.us.1.us:                            ; preds = %B553.us.us.us.us.3.1.us, %B172.us.us.us.us.1.us
  %lsr.iv.next121 = add nsw i64 %lsr.iv120, -1
  %58 = add i64 %arg.far.5.1, %lsr.iv.next121
  %59 = add i64 %58, -1
  %exitcond.1.not.us = icmp eq i64 %59, 0
  br i1 %exitcond.1.not.us, label %B170.B104.loopexit_crit_edge.split.us.us.us.us.1, label %B172.us.us.us.us.1.us, !llvm.loop !26

B106.us.us.us.1.split:                            ; preds = %B106.us.us.us.1
  %60 = icmp slt i64 %.304.us.us.us.1.fr, 0
  %61 = icmp eq i64 %arg.far.5.1, 1
  %brmerge = or i1 %61, %60
  br i1 %brmerge, label %B170.B104.loopexit_crit_edge.split.us.us.us.us.1, label %B172.us.us.us.us.1.us38.preheader

B172.us.us.us.us.1.us38.preheader:                ; preds = %B106.us.us.us.1.split
  %62 = shl i64 %.304.us.us.us.1.fr, 3
  %63 = add i64 %62, 8
  %64 = mul i64 %63, %arg.far.5.1
  %scevgep112 = getelementptr i8, ptr %scevgep, i64 %64
  %65 = shl i64 %.488.us.us.us.1, 3
  %66 = add i64 %65, 8
  %67 = mul i64 %66, %arg.far.5.1
  %scevgep39 = getelementptr i8, ptr %arg.far.4, i64 %67
  br label %B172.us.us.us.us.1.us38

B172.us.us.us.us.1.us38:                          ; preds = %B554.us.us.us.us.1.us65, %B172.us.us.us.us.1.us38.preheader
  %lsr.iv40 = phi ptr [ %scevgep41, %B554.us.us.us.us.1.us65 ], [ %scevgep39, %B172.us.us.us.us.1.us38.preheader ]
  %lsr.iv114 = phi i64 [ %31, %B172.us.us.us.us.1.us38.preheader ], [ %68, %B554.us.us.us.us.1.us65 ]
  %lsr.iv = phi ptr [ %scevgep112, %B172.us.us.us.us.1.us38.preheader ], [ %scevgep113, %B554.us.us.us.us.1.us65 ]
  %68 = add i64 %lsr.iv114, -1
  %.489.us.us.us.us.1.us42 = icmp slt i64 %68, 0
  %69 = select i1 %.489.us.us.us.us.1.us42, i64 %37, i64 0
  %70 = add i64 %69, -16
  %scevgep42 = getelementptr i8, ptr %lsr.iv40, i64 %70
  %.513.us.us.us.us.1.us45 = load double, ptr %scevgep42, align 8
  %.514.us.us.us.us.1.us46 = fcmp ogt double %.513.us.us.us.us.1.us45, 0.000000e+00
  br i1 %.514.us.us.us.us.1.us46, label %B554.us.us.us.us.1.us65, label %B236.us.us.us.us.1.us47

B236.us.us.us.us.1.us47:                          ; preds = %B172.us.us.us.us.1.us38
  %.574.us.us.us.us.1.us48 = fneg double %.513.us.us.us.us.1.us45
  %.791.us.us.us.us.3.1.us51 = icmp sgt i64 %lsr.iv114, -1
  br i1 %.791.us.us.us.us.3.1.us51, label %B442.us.us.us.us.3.1.us54, label %B553.us.us.us.us.3.1.us62

B442.us.us.us.us.3.1.us54:                        ; preds = %B236.us.us.us.us.1.us47
  %.879.us.us.us.us.3.1.us56 = load double, ptr %lsr.iv, align 8
  %.884.us.us.us.us.3.1.us57 = fcmp ole double %.879.us.us.us.us.3.1.us56, 0.000000e+00
  %.897.us.us.us.us.3.1.us58 = fsub double %arg.pitch, %.879.us.us.us.us.3.1.us56
  %"$phi512.7.2.7.us.us.us.us.3.1.us59" = select i1 %.884.us.us.us.us.3.1.us57, double %.897.us.us.us.us.3.1.us58, double 0.000000e+00
  %.10.i23.us60 = fcmp olt double %"$phi512.7.2.7.us.us.us.us.3.1.us59", %.574.us.us.us.us.1.us48
  %.11.i24.us61 = select i1 %.10.i23.us60, double %"$phi512.7.2.7.us.us.us.us.3.1.us59", double %.574.us.us.us.us.1.us48
  br label %B553.us.us.us.us.3.1.us62

B553.us.us.us.us.3.1.us62:                        ; preds = %B442.us.us.us.us.3.1.us54, %B236.us.us.us.us.1.us47
  %nearest.3.5.us.us.us.us.3.1.us63 = phi double [ %.574.us.us.us.us.1.us48, %B236.us.us.us.us.1.us47 ], [ %.11.i24.us61, %B442.us.us.us.us.3.1.us54 ]
  %.965.us.us.us.us.1.us64 = fneg double %nearest.3.5.us.us.us.us.3.1.us63
  %sunkaddr85 = getelementptr i8, ptr %lsr.iv40, i64 %69
  %sunkaddr86 = getelementptr i8, ptr %sunkaddr85, i64 -16
  store double %.965.us.us.us.us.1.us64, ptr %sunkaddr86, align 8
  br label %B554.us.us.us.us.1.us65

B554.us.us.us.us.1.us65:                          ; preds = %B553.us.us.us.us.3.1.us62, %B172.us.us.us.us.1.us38
  %scevgep113 = getelementptr i8, ptr %lsr.iv, i64 -8
  %scevgep41 = getelementptr i8, ptr %lsr.iv40, i64 -8
  %exitcond.1.not.us66 = icmp eq i64 %68, 0
  br i1 %exitcond.1.not.us66, label %B170.B104.loopexit_crit_edge.split.us.us.us.us.1, label %B172.us.us.us.us.1.us38, !llvm.loop !27

B170.B104.loopexit_crit_edge.split.us.us.us.us.1: ; preds = %B554.us.us.us.us.1.us65, %B554.us.us.us.us.1.us, %B106.us.us.us.1.split, %B554.us.us.us.us.1.us.peel
  %scevgep127 = getelementptr i8, ptr %lsr.iv126, i64 %36
  %exitcond541.1.not = icmp eq i64 %arg.far.5.0, %.263.us.us.us.1
  br i1 %exitcond541.1.not, label %common.ret, label %B106.us.us.us.1

common.ret:                                       ; preds = %B170.B104.loopexit_crit_edge.split.us.us.us.us.1, %B56.endif.lr.ph
  store ptr null, ptr %retptr, align 8
  ret i32 0
}

declare double @llvm.sqrt.f64(double) #4

attributes #0 = { nofree norecurse nounwind memory(write, argmem: readwrite, inaccessiblemem: none, target_mem0: none, target_mem1: none) }
attributes #1 = { nofree norecurse nosync nounwind memory(argmem: readwrite) }
attributes #2 = { mustprogress nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none) }
attributes #3 = { mustprogress nocallback nofree nounwind willreturn memory(errnomem: write) }
attributes #4 = { nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none) }

!0 = !{!1, !3}
!1 = distinct !{!1, !2, !"_ZN14lesion_toolkit11measurement7outline13_within_linesB3v25B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedExd5ArrayIdLi2E1C7mutable7alignedE: %retptr"}
!2 = distinct !{!2, !"_ZN14lesion_toolkit11measurement7outline13_within_linesB3v25B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedExd5ArrayIdLi2E1C7mutable7alignedE"}
!3 = distinct !{!3, !2, !"_ZN14lesion_toolkit11measurement7outline13_within_linesB3v25B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedExd5ArrayIdLi2E1C7mutable7alignedE: %excinfo"}
!4 = !{!"branch_weights", i32 49, i32 1}
!5 = !{!6, !8}
!6 = distinct !{!6, !7, !"_ZN14lesion_toolkit11measurement7outline13_within_linesB3v25B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedExd5ArrayIdLi2E1C7mutable7alignedE: %retptr"}
!7 = distinct !{!7, !"_ZN14lesion_toolkit11measurement7outline13_within_linesB3v25B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedExd5ArrayIdLi2E1C7mutable7alignedE"}
!8 = distinct !{!8, !7, !"_ZN14lesion_toolkit11measurement7outline13_within_linesB3v25B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedExd5ArrayIdLi2E1C7mutable7alignedE: %excinfo"}
!9 = !{!10}
!10 = distinct !{!10, !11, !"_ZN5numba7cpython8mathimpl16hypot_float_impl12_3clocals_3e10hypot_implB3v18B40c8tJTC_2fWQA93W1AaAIYBPIqRBFCjDSyhCQA_3dEdd: %retptr"}
!11 = distinct !{!11, !"_ZN5numba7cpython8mathimpl16hypot_float_impl12_3clocals_3e10hypot_implB3v18B40c8tJTC_2fWQA93W1AaAIYBPIqRBFCjDSyhCQA_3dEdd"}
!12 = !{!13}
!13 = distinct !{!13, !14}
!14 = distinct !{!14, !"LVerDomain"}
!15 = !{!16}
!16 = distinct !{!16, !14}
!17 = distinct !{!17, !18, !19}
!18 = !{!"llvm.loop.isvectorized", i32 1}
!19 = !{!"llvm.loop.unroll.runtime.disable"}
!20 = distinct !{!20, !18}
!21 = distinct !{!21, !22}
!22 = !{!"llvm.loop.peeled.count", i32 1}
!23 = distinct !{!23, !22}
!24 = distinct !{!24, !22, !18, !19}
!25 = distinct !{!25, !22, !19, !18}
!26 = distinct !{!26, !22}
!27 = distinct !{!27, !22}
